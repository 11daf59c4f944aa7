package org.convergence.plan.reading.domain;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;

/** Prints what is read from the named files, from the command line. */
final class ShowPlan {

    private ShowPlan() {}

    public static void main(String[] args) throws IOException {
        for (String name : args) {
            byte[] bytes = Files.readAllBytes(Path.of(name));
            System.out.print(PlanPrinter.all(new PlanReader(ReadingLimits.USUAL).read(new WrittenFile(name, bytes))));
        }
    }
}
