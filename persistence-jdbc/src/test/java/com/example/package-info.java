/** Applications as others write them: with the public API only. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
