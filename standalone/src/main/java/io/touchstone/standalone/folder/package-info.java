/**
 * The data folder: its layout version, who uses it, the secrets in it. Not here: what the planes and servers keep in the
 * subfolders they are given. Start at {@link io.touchstone.standalone.folder.DataFolder}.
 */
@NullMarked
package io.touchstone.standalone.folder;

import org.jspecify.annotations.NullMarked;
