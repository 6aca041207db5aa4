#include "CTextWidth.h"
