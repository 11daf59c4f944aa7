package org.convergence.cooperation.project.domain;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Map;
import java.util.UUID;
import org.convergence.cooperation.project.ResultId;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultLevel;
import org.convergence.cooperation.project.domain.LogicModelPolicy.ResultPlace;
import org.junit.jupiter.api.Test;

/** Where a result may be put in a logic model (R-GAR-2). */
class LogicModelPolicyTest {

    private static final ResultId IMPACT = new ResultId(new UUID(0, 1));
    private static final ResultId OUTCOME = new ResultId(new UUID(0, 2));
    private static final ResultId OUTPUT = new ResultId(new UUID(0, 3));

    private static final Map<ResultId, ResultPlace> MODEL = Map.of(
            IMPACT, new ResultPlace(ResultLevel.ULTIMATE, null),
            OUTCOME, new ResultPlace(ResultLevel.IMMEDIATE, IMPACT),
            OUTPUT, new ResultPlace(ResultLevel.OUTPUT, OUTCOME));

    @Test
    void acceptsAResultBelowAHigherOneEvenIfALevelIsSkipped() {
        assertThatCode(() -> LogicModelPolicy.requirePlace(null, new ResultPlace(ResultLevel.ACTIVITY, IMPACT), MODEL))
                .doesNotThrowAnyException();
        assertThatCode(() -> LogicModelPolicy.requirePlace(OUTPUT, new ResultPlace(ResultLevel.OUTPUT, IMPACT), MODEL))
                .doesNotThrowAnyException();
    }

    @Test
    void refusesALoop() {
        assertThatThrownBy(() ->
                        LogicModelPolicy.requirePlace(IMPACT, new ResultPlace(ResultLevel.ULTIMATE, OUTPUT), MODEL))
                .hasMessageContaining("project.refused.loop");
        assertThatThrownBy(() ->
                        LogicModelPolicy.requirePlace(OUTCOME, new ResultPlace(ResultLevel.IMMEDIATE, OUTCOME), MODEL))
                .hasMessageContaining("project.refused.loop");
    }

    @Test
    void refusesAParentOfTheSameOrALowerLevel() {
        assertThatThrownBy(
                        () -> LogicModelPolicy.requirePlace(null, new ResultPlace(ResultLevel.OUTPUT, OUTPUT), MODEL))
                .hasMessageContaining("project.refused.level");
    }

    @Test
    void refusesALevelThatIsNotAboveThoseThatFollow() {
        assertThatThrownBy(() ->
                        LogicModelPolicy.requirePlace(OUTCOME, new ResultPlace(ResultLevel.OUTPUT, IMPACT), MODEL))
                .hasMessageContaining("project.refused.child-level");
    }

    @Test
    void refusesAParentOfAnotherProject() {
        assertThatThrownBy(() -> LogicModelPolicy.requirePlace(
                        null, new ResultPlace(ResultLevel.OUTPUT, new ResultId(new UUID(0, 9))), MODEL))
                .hasMessageContaining("project.refused.parent");
    }
}
