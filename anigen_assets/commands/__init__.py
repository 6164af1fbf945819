"""The commands behind `anigen`, one module each."""
