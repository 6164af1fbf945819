"""The sets, one module each: every module has `paint(stage) -> SetPlate`."""
