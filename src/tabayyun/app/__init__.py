"""Files in, files out: the command line and the one flow through all rooms. The only room that prints and exits."""
