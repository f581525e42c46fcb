/**
 * A simulated tea shop: what it tests, how its customers behave under each arm, and the true effect of every arm on every
 * metric. Pure and seeded; start with {@link io.touchstone.standalone.demo.shop.History}. Not here: servers and counting.
 */
@NullMarked
package io.touchstone.standalone.demo.shop;

import org.jspecify.annotations.NullMarked;
