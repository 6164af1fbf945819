"""Pure money: prices, estimates, budgets and entries; standard library and pydantic only."""
