"""What must hold of every plan, by the evidence written a second time and apart from core.plan."""
