/**
 * The demo's history as events, and counted without a server: through the pipeline's pure function and the report's own
 * arithmetic. Start with {@link io.touchstone.standalone.demo.count.PureCount}.
 */
@NullMarked
package io.touchstone.standalone.demo.count;

import org.jspecify.annotations.NullMarked;
