/**
 * API keys of the data plane: made here, shown once, stored as a hash and published in the access list.
 */
@NullMarked
package io.touchstone.console.apikey;

import org.jspecify.annotations.NullMarked;
