package org.convergence.example;

import java.util.List;
import org.convergence.plan.howto.domain.HowToService;
import org.convergence.platform.database.AuditedOperations;
import org.springframework.stereotype.Component;

/** Some how-tos of recurring work. */
@Component
record HowToChapter(HowToService howToService, AuditedOperations operations) {

    /** Writes the how-tos of a file: {@code ## lines · title}, then the text. */
    void write(ExampleActors hands, ExampleYear year, String file) {
        for (String block : ExampleFile.text(file).split("(?m)^## ", -1)) {
            if (!block.isBlank()) {
                String head = block.lines().findFirst().orElse("");
                List<String> lines =
                        List.of(head.substring(0, head.indexOf(" · ")).split(" ", -1));
                String title = head.substring(head.indexOf(" · ") + 3);
                String text = block.substring(head.length()).strip();
                operations.callAs(
                        hands.editorOf("idriss"),
                        "howto.begin",
                        () -> howToService.create(title, text, year.lines(lines)));
            }
        }
    }
}
