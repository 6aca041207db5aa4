// The documents stand beside this file.
