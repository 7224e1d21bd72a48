"""The quiz without a screen: the way through it, its pages, and what stands behind them."""
