/**
 * The answers' JSON: one record an object, in the order in which it is written. A component that is {@code @Nullable} may be
 * absent and is then left out; every other one is always there. The OpenAPI document is made from the same records. Start with
 * {@link io.touchstone.report.json.AnswerJson}. Not here: how numbers come about.
 */
@NullMarked
package io.touchstone.report.json;

import org.jspecify.annotations.NullMarked;
