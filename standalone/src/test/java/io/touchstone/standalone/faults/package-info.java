/** What happens when a process is stopped, killed or asleep: whole planes in JVMs of their own. Slow; {@code mvn verify -Pslow}. */
@NullMarked
package io.touchstone.standalone.faults;

import org.jspecify.annotations.NullMarked;
