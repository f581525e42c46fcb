/**
 * What a first start needs: the launcher's token, an administrator, a project.
 */
@NullMarked
package io.touchstone.console.bootstrap;

import org.jspecify.annotations.NullMarked;
