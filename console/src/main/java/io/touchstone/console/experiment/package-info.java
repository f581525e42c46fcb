/**
 * Experiments and their phases: draft, start, ramp, pause, resume, stop. What runs is published; what a phase pins never changes.
 */
@NullMarked
package io.touchstone.console.experiment;

import org.jspecify.annotations.NullMarked;
