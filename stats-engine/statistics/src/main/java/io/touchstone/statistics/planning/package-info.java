/** Units, power and the smallest effect a test can find, before it starts. Everything here is a closed form; looks enter as a factor on the information. */
@NullMarked
package io.touchstone.statistics.planning;

import org.jspecify.annotations.NullMarked;
