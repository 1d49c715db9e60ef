/** An application as others write it: with the public API only. */
@NullMarked
package com.example;

import org.jspecify.annotations.NullMarked;
