/**
 * JSON at the border: strict reading of requests, with the path of what is wrong; writing without nulls. Not here: the published
 * documents, whose canonical form belongs to their own codecs.
 */
@NullMarked
package io.touchstone.console.json;

import org.jspecify.annotations.NullMarked;
