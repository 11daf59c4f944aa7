package org.convergence.plan.reading.domain;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.convergence.house.ReviewedDocument;
import org.convergence.plan.actionplan.Commitment;
import org.convergence.plan.reading.domain.text.PlanRefused;
import org.convergence.plan.reading.domain.text.ReadingBudget.ReadingLimits;
import org.convergence.plan.reading.domain.text.WrittenFile;
import org.junit.jupiter.api.Test;

/**
 * Scores the reader on phrases and plans that were written after it and names in a
 * document each one that it reads otherwise than a person.
 */
class ReadingScoreTest {

    private static final Path FILES = Path.of("src/test/resources/org/convergence/plan/reading");
    private static final Path FRESH = FILES.resolve("fresh");

    private final ConditionReader conditions = new ConditionReader();
    private final PlanReader plans = new PlanReader(ReadingLimits.USUAL);

    private record Score(int right, int all, List<String> wrong) {

        String row(String what) {
            return "| " + what + " | " + right + " | " + all + " |\n";
        }
    }

    @Test
    void documentNamesWhatIsReadOtherwiseThanByAPerson() throws IOException {
        StringBuilder out = new StringBuilder("""
                # What the reader of plans reads, and what it reads wrong

                Written by `ReadingScoreTest`; do not edit it by hand. [Decision 4](../decisions/0004-reading-a-plan-is-a-module.md)
                tells what the reader is. Two sets are scored. The reader was built on the *known* one: `ConditionCorpusTest` and
                `WrittenPlansTest` fail if it reads less of it than now. The *fresh* one was written by people who had not seen
                the reader, and the grammar was not changed for it: its score tells what an organisation may expect of its own file. A person
                corrects what is wrong on the page of the read plan, many lines at once.

                ## Score

                | set | right | of |
                | --- | --- | --- |
                """);
        Score known = phrases(FILES.resolve("conditions.txt"), "");
        out.append(known.row("known phrases"));
        List<String> wrong = new ArrayList<>(known.wrong());
        for (String language : List.of("fr", "en", "es")) {
            Score fresh = phrases(FRESH.resolve("conditions.txt"), language);
            out.append(fresh.row("fresh phrases, " + language));
            wrong.addAll(fresh.wrong());
        }
        out.append("| known plans in plain text, each line | all | "
                + files(FILES.resolve("plans")).size() + " plans |\n");
        Map<String, List<String>> missed = new TreeMap<>();
        for (Path plan : files(FRESH)) {
            String name = plan.getFileName().toString().replace(".txt", "");
            Score score = plan(plan);
            out.append(score.row("fresh plan *" + name + "*, each line"));
            if (!score.wrong().isEmpty()) {
                missed.put(name, score.wrong());
            }
        }
        out.append(
                "\n## Phrases read wrong\n\n| language | a person reads | the reader | phrase |\n| --- | --- | --- | --- |\n");
        wrong.forEach(out::append);
        out.append(
                "\n## Lines of fresh plans read wrong\n\nWith `-`, what a person reads; with `+`, what the reader gives"
                        + " instead.\nO is an objective, M a means, A an action with its commitment and what stands beside it: responsible,"
                        + " due date,\nother columns or rhythm.\n");
        missed.forEach(
                (name, lines) -> out.append("\n### " + name + "\n\n```diff\n" + String.join("\n", lines) + "\n```\n"));
        new ReviewedDocument(Path.of("docs/generated/reading.md"), ReadingScoreTest.class)
                .requireUpToDate(out.toString());
    }

    private Score phrases(Path file, String language) throws IOException {
        List<String> wrong = new ArrayList<>();
        int all = 0;
        for (String line : Files.readAllLines(file)) {
            String[] cells = line.split("\\|", -1);
            if (!cells[0].startsWith(language)) {
                continue;
            }
            all++;
            Commitment read = ConditionReader.commitment(conditions.read(cells[2], false));
            if (!read.name().equals(cells[1])) {
                wrong.add("| " + cells[0] + " | " + word(cells[1]) + " | " + word(read.name()) + " | " + cells[2]
                        + " |\n");
            }
        }
        return new Score(all - wrong.size(), all, wrong);
    }

    private static String word(String commitment) {
        return commitment.toLowerCase(Locale.ROOT).replace('_', ' ');
    }

    /** The lines of a plan that are read as a person reads them; an added line is wrong as well. */
    private Score plan(Path file) throws IOException {
        String tree;
        try {
            tree = PlanPrinter.tree(plans.read(new WrittenFile("plan", Files.readAllBytes(file))));
        } catch (PlanRefused refused) {
            tree = "the file is refused: " + word(refused.reason().name());
        }
        List<String> read = new ArrayList<>(tree.replaceAll(" <[A-Z]+>", "")
                .replaceAll(" \\[\\S.*\\](?= \\{)", "")
                .lines()
                .map(String::strip)
                .toList());
        List<String> want = Files.readAllLines(Path.of(file.toString().replace(".txt", ".want"))).stream()
                .map(String::strip)
                .toList();
        Map<String, Long> given = read.stream().collect(groupingBy(line -> line, counting()));
        List<String> wrong = new ArrayList<>();
        for (String line : want) {
            if (given.merge(line, -1L, Long::sum) < 0) {
                wrong.add("- " + line);
            } else {
                read.remove(line);
            }
        }
        int right = want.size() - wrong.size();
        read.forEach(line -> wrong.add("+ " + line));
        return new Score(right, want.size(), wrong);
    }

    private static List<Path> files(Path folder) throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.filter(file -> file.toString().endsWith(".txt") && !file.endsWith("conditions.txt"))
                    .sorted()
                    .toList();
        }
    }
}
