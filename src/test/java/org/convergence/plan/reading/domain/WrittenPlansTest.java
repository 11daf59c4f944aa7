package org.convergence.plan.reading.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.convergence.plan.reading.domain.text.Manuscript;
import org.convergence.plan.reading.domain.text.ManuscriptReader;
import org.convergence.plan.reading.domain.text.ReadingBudget;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Fictional plans in plain text, each in another style, are read as the file beside each expects. A person checked
 * these files one by one; after a change, print a new one with {@link ShowPlan} and check it.
 */
class WrittenPlansTest {

    private static final Path PLANS = Path.of("src/test/resources/org/convergence/plan/reading/plans");

    static Stream<String> plans() throws IOException {
        try (Stream<Path> files = Files.list(PLANS)) {
            return files
                    .map(file -> String.valueOf(file.getFileName()))
                    .filter(name -> name.endsWith(".txt"))
                    .sorted()
                    .toList()
                    .stream();
        }
    }

    @ParameterizedTest
    @MethodSource("plans")
    void readsPlanAsAPersonDoes(String name) throws IOException {
        byte[] bytes = Files.readAllBytes(PLANS.resolve(name));
        Manuscript manuscript =
                new ManuscriptReader().read(new WrittenFile(name, bytes), new ReadingBudget(ReadingLimits.USUAL));
        ReadPlan plan = new PlanReader(ReadingLimits.USUAL).read(manuscript, new ReadingBudget(ReadingLimits.USUAL));
        assertThat(PlanPrinter.all(plan)).isEqualTo(Files.readString(PLANS.resolve(name.replace(".txt", ".read"))));
        assertThat(CharacterBalance.lost(manuscript, plan)).isEmpty();
    }
}
