package io.touchstone.statistics.sequential;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class RememberedBoundariesTest {

    private static final GroupSequentialDesign DESIGN =
            new GroupSequentialDesign(new Spending.OBrienFleming(), 0.05, Sides.TWO);
    private static final LookSchedule THREE = LookSchedule.equallySpaced(3);

    @Test
    void sameSchedule_isComputedOnce() {
        RememberedBoundaries remembered = new RememberedBoundaries(2);
        List<Boundary> first = remembered.of(DESIGN, THREE);
        assertThat(first).isEqualTo(DESIGN.boundaries(THREE));
        assertThat(remembered.of(DESIGN, LookSchedule.equallySpaced(3))).isSameAs(first);
    }

    @Test
    void anotherDesignOrSchedule_isAnotherBoundary() {
        RememberedBoundaries remembered = new RememberedBoundaries(9);
        double z = remembered.of(DESIGN, THREE).getLast().z().orElseThrow();
        GroupSequentialDesign half = new GroupSequentialDesign(new Spending.OBrienFleming(), 0.025, Sides.TWO);
        assertThat(remembered.of(half, THREE).getLast().z().orElseThrow()).isGreaterThan(z + 0.2);
        assertThat(remembered.of(DESIGN, LookSchedule.equallySpaced(2))).hasSize(2);
    }

    @Test
    void oldest_isForgotten() {
        RememberedBoundaries remembered = new RememberedBoundaries(1);
        List<Boundary> first = remembered.of(DESIGN, THREE);
        remembered.of(DESIGN, LookSchedule.equallySpaced(2));
        assertThat(remembered.of(DESIGN, THREE)).isEqualTo(first).isNotSameAs(first);
        assertThatThrownBy(() -> new RememberedBoundaries(0)).hasMessageContaining("most: 0");
    }

    @Test
    void plan_withRememberedBoundaries_saysTheSame() {
        List<MatureDifference> looks = List.of(new MatureDifference(1, 1, 200), new MatureDifference(2.9, 0.8, 400));
        LookingPlan computed = new GroupSequentialPlan(DESIGN, 600);
        LookingPlan remembered = new GroupSequentialPlan(DESIGN, 600, new RememberedBoundaries(9));
        for (Ending ending : Ending.values()) {
            assertThat(remembered.look(looks, ending)).isEqualTo(computed.look(looks, ending));
        }
    }
}
