package io.touchstone.core.condition;

import java.util.Set;

/** Conditions of conditions. */
abstract sealed class CompiledGroup extends CompiledCondition {
    final CompiledCondition[] of;

    private CompiledGroup(CompiledCondition[] of) {
        this.of = of;
    }

    @Override
    final void collect(Attributes attributes, Set<ConditionNote> notes) {
        for (CompiledCondition part : of) {
            part.collect(attributes, notes);
        }
    }

    static final class All extends CompiledGroup {
        All(CompiledCondition[] of) {
            super(of);
        }

        @Override
        public boolean matches(Attributes attributes) {
            for (CompiledCondition part : of) {
                if (!part.matches(attributes)) {
                    return false;
                }
            }
            return true;
        }
    }

    static final class Any extends CompiledGroup {
        Any(CompiledCondition[] of) {
            super(of);
        }

        @Override
        public boolean matches(Attributes attributes) {
            for (CompiledCondition part : of) {
                if (part.matches(attributes)) {
                    return true;
                }
            }
            return false;
        }
    }

    static final class None extends CompiledGroup {
        None(CompiledCondition[] of) {
            super(of);
        }

        @Override
        public boolean matches(Attributes attributes) {
            for (CompiledCondition part : of) {
                if (part.matches(attributes)) {
                    return false;
                }
            }
            return true;
        }
    }
}
