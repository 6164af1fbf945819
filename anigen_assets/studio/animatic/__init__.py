"""The animatic: our own renderer. Sets and figures are drawn with skia, shots are cut from them in I420."""
