/**
 * The command {@code report}: asks a running Touchstone what an experiment shows. Not here: any number of its own; what it
 * prints is what the API answered. Start at {@link io.touchstone.standalone.reporting.ReportCommand}.
 */
@NullMarked
package io.touchstone.standalone.reporting;

import org.jspecify.annotations.NullMarked;
