"""A plan as a trainer changes it: changes judged by the rules' checks, candidates, effects."""
