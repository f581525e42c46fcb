/** Applications that speak OpenFeature, in front of a whole Touchstone: by our provider and by OFREP's. */
@NullMarked
package io.touchstone.standalone.openfeature;

import org.jspecify.annotations.NullMarked;
