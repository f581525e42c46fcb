package io.touchstone.pipeline.oracle;

import java.lang.classfile.ClassFile;
import java.lang.classfile.ClassTransform;
import java.lang.classfile.CodeBuilder;
import java.lang.classfile.CodeElement;
import java.lang.classfile.CodeTransform;
import java.lang.classfile.Opcode;
import java.lang.classfile.TypeKind;
import java.lang.classfile.instruction.BranchInstruction;
import java.lang.classfile.instruction.InvokeInstruction;
import java.lang.classfile.instruction.OperatorInstruction;
import java.lang.constant.ClassDesc;
import java.lang.constant.MethodTypeDesc;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A mistake one might make in the pure function, planted into the compiled class: the product has no switch for it.
 *
 * <p>Each names the method it alters and how many places it finds there, so that a fault whose code has moved away is noticed.
 */
enum PlantedFault {
    /** Every copy of an event counts: no id is known, and what is claimed is never the id. */
    NO_DEDUPLICATION("UnitFunction", "apply", 2) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (isCall(element, "Recent", "knows")) {
                code.pop2().pop().iconst_0();
                return true;
            }
            if (isCall(element, "Recent", "claim")) {
                int received = code.allocateLocal(TypeKind.LONG);
                code.lstore(received)
                        .pop2()
                        .invokestatic(ClassDesc.of("java.lang.System"), "nanoTime", MethodTypeDesc.ofDescriptor("()J"))
                        .lload(received)
                        .with(element);
                return true;
            }
            return false;
        }
    },

    /** An outcome at the very instant of the first exposure does not count. */
    GREATER_FOR_GREATER_OR_EQUAL("Qualification", "qualifies", 1) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (!(element instanceof BranchInstruction branch)
                    || !(before instanceof OperatorInstruction operator && operator.opcode() == Opcode.LCMP)) {
                return false;
            }
            switch (branch.opcode()) {
                case IFLT -> code.ifle(branch.target());
                case IFGE -> code.ifgt(branch.target());
                default -> throw new IllegalStateException("branch: " + branch.opcode() + " (expected: IFLT or IFGE)");
            }
            return true;
        }
    },

    /** The retention curve ends where the metric does. */
    CURVE_OF_THE_METRICS_DAYS("Qualification", "<init>", 1) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            // What stays on the stack is the range itself.
            return isCall(element, "DayRange", "curve");
        }
    },

    /** Any day of the curve makes a unit a retained one. */
    VALUE_OF_THE_WHOLE_CURVE("UnitCells", "ofValue", 1) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (!isCall(element, "DaySeries", "between")) {
                return false;
            }
            code.pop2();
            return true;
        }
    },

    /** Days are those of UTC. */
    WRONG_ZONE("CompiledCatalog", "<init>", 1) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (!isCall(element, "Catalog", "zone")) {
                return false;
            }
            ClassDesc offset = ClassDesc.of("java.time.ZoneOffset");
            code.pop().getstatic(offset, "UTC", offset);
            return true;
        }
    },

    /** A unit seen in two variants goes to the last. */
    CROSSOVER_MOVED("Placement", "of", 1) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (!isCall(element, "Seen", "variant")) {
                return false;
            }
            ClassDesc list = ClassDesc.of("java.util.List");
            ClassDesc seen = ClassDesc.of(ENGINE + "Seen");
            code.pop()
                    .aload(1)
                    .invokevirtual(ClassDesc.of(ENGINE + "UnitPhase"), "seen", MethodTypeDesc.of(list))
                    .invokeinterface(list, "getLast", MethodTypeDesc.of(ClassDesc.of("java.lang.Object")))
                    .checkcast(seen)
                    .invokevirtual(seen, "variant", MethodTypeDesc.of(ClassDesc.of("java.lang.String")));
            return true;
        }
    },

    /** The exposure that arrived first decides, not the one that happened first. */
    FIRST_SEEN_FOR_FIRST_IN_TIME("UnitPhase", "merge", 2) {
        @Override
        boolean replace(CodeBuilder code, CodeElement element, CodeElement before) {
            if (isCall(element, "Seen", "isBefore")) {
                code.pop2().iconst_0();
                return true;
            }
            if (isCall(element, "List", "sort")) {
                code.pop2();
                return true;
            }
            return false;
        }
    };

    /** Package of the pure function, with its dot. */
    static final String ENGINE = "io.touchstone.pipeline.unit.";

    private final String simpleName;
    private final String method;
    private final int places;

    PlantedFault(String simpleName, String method, int places) {
        this.simpleName = simpleName;
        this.method = method;
        this.places = places;
    }

    /** Puts something else in the place of {@code element} if this is where the fault goes. */
    abstract boolean replace(CodeBuilder code, CodeElement element, CodeElement before);

    /** The class it alters. */
    String className() {
        return ENGINE + simpleName;
    }

    /** @throws IllegalStateException if the code does not have the places this fault is made for */
    byte[] plant(byte[] original) {
        AtomicInteger replaced = new AtomicInteger();
        ClassFile classFile = ClassFile.of();
        byte[] altered = classFile.transformClass(
                classFile.parse(original),
                ClassTransform.transformingMethodBodies(
                        body -> body.methodName().equalsString(method), transform(replaced)));
        if (replaced.get() != places) {
            throw new IllegalStateException("places of " + this + " in " + className() + "." + method + ": "
                    + replaced.get() + " (expected: " + places + ")");
        }
        return altered;
    }

    private CodeTransform transform(AtomicInteger replaced) {
        return CodeTransform.ofStateful(() -> new CodeTransform() {
            private CodeElement before;

            @Override
            public void accept(CodeBuilder code, CodeElement element) {
                if (replace(code, element, before)) {
                    replaced.incrementAndGet();
                } else {
                    code.with(element);
                }
                before = element;
            }
        });
    }

    private static boolean isCall(CodeElement element, String owner, String name) {
        return element instanceof InvokeInstruction call
                && call.name().equalsString(name)
                && call.owner().asInternalName().endsWith("/" + owner);
    }
}
