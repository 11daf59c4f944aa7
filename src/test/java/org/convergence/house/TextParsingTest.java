package org.convergence.house;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Typed text, addresses and old rows are parsed by {@code TextParser}, {@code DateReader}, {@code NumberReader} or a
 * form's {@code Answers}, which never throw. A parse that throws is listed in {@code reviewed-parses.txt} with the
 * reason why its text is always valid.
 */
class TextParsingTest {

    private static final Path JAVA = Path.of("src/main/java/org/convergence");
    private static final Path REVIEWED = Path.of("src/test/resources/reviewed-parses.txt");

    private static final Pattern PARSE = Pattern.compile(
            "\\b(?:LocalDate|LocalTime|LocalDateTime|Instant|OffsetDateTime|ZonedDateTime|YearMonth|MonthDay|Year|Duration|Period)"
                    + "(?:\\.|::)parse\\b"
                    + "|\\bUUID(?:\\.|::)fromString\\b"
                    + "|\\b(?:Integer|Long|Short|Double|Float)(?:\\.|::)(?:parse\\w+|decode|valueOf)\\b"
                    + "|\\bnew Big(?:Decimal|Integer)\\((?!\")|\\bBigDecimal::new"
                    + "|\\b(?:ZoneId|ZoneOffset)(?:\\.of\\((?!\")|::of)"
                    + "|\\bCharset\\.forName\\((?!\")"
                    + "|\\bURI\\.create\\(|\\bnew URI\\("
                    + "|\\bPattern\\.compile\\((?!\\s*[\"A-Z])"
                    + "|\\.split\\([^)]*\\)\\["
                    + "|\\bget(?:Url)?Decoder\\(|\\.parseHex\\("
                    // The database checks the values of a column.
                    + "|\\b(?!String|Boolean|BigDecimal|BigInteger|Integer|Long|Double|Short|Float)[A-Z]\\w*(?:\\.|::)valueOf\\b"
                    + "(?!\\(\\s*(?:row|rows|found)\\.getString\\()");

    @Test
    void parsesTextWithNonThrowingReaders() throws IOException {
        Map<String, Integer> reviewed = reviewed();
        assertThat(found())
                .as("use TextParser, or review the parse and count it in %s with the reason", REVIEWED)
                .isNotEmpty()
                .allSatisfy(
                        (file, many) -> assertThat(many).as(file).isLessThanOrEqualTo(reviewed.getOrDefault(file, 0)));
    }

    private static Map<String, Integer> found() throws IOException {
        Map<String, Integer> found = new TreeMap<>();
        try (Stream<Path> files = Files.walk(JAVA)) {
            for (Path file :
                    files.filter(each -> each.toString().endsWith(".java")).toList()) {
                String code = Files.readString(file).replaceAll("(?m)^import .*$|//.*$|^\\s*\\*.*$", "");
                int many = (int) PARSE.matcher(code).results().count();
                if (many > 0 && !JAVA.relativize(file).startsWith("example")) {
                    found.put(JAVA.relativize(file).toString().replace('\\', '/'), many);
                }
            }
        }
        return found;
    }

    /** The reviewed files, with their number of parses. */
    private static Map<String, Integer> reviewed() throws IOException {
        return Files.readAllLines(REVIEWED).stream()
                .filter(line -> !line.isBlank() && !line.startsWith("#"))
                .map(line -> line.split(" ", 3))
                .peek(parts ->
                        assertThat(parts).as("a file, a number and a reason").hasSize(3))
                .collect(Collectors.toMap(
                        parts -> parts[0], parts -> Integer.parseInt(parts[1]), (a, b) -> a, TreeMap::new));
    }
}
