"""The body and the moving figure as widgets."""
