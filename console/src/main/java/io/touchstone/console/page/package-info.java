/**
 * Serves the page of {@code console/web} on the port of the API. Nothing here knows what the page shows; start with {@link
 * io.touchstone.console.page.PageConfiguration}.
 */
@NullMarked
package io.touchstone.console.page;

import org.jspecify.annotations.NullMarked;
