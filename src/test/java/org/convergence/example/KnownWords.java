package org.convergence.example;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Properties;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The words of the messages in a language. A PDF keeps no space at the end of a line: only the words themselves tell
 * “Of 25,” + “after” from “Ga” + “p”.
 */
record KnownWords(Set<String> all) {

    private static final Pattern BETWEEN = Pattern.compile("[^\\p{L}]+");

    static KnownWords of(String language) {
        try (Stream<Path> files = Files.walk(Path.of("src", "main", "resources", "messages"))) {
            return new KnownWords(
                    files.filter(file -> file.getFileName().toString().endsWith("_" + language + ".properties"))
                            .flatMap(KnownWords::messages)
                            .flatMap(BETWEEN::splitAsStream)
                            .collect(Collectors.toSet()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static Stream<String> messages(Path file) {
        var messages = new Properties();
        try (var reader = Files.newBufferedReader(file)) {
            messages.load(reader);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return messages.values().stream().map(String.class::cast);
    }

    /** Whether a word goes on from a line to the next one, or through several. */
    boolean cuts(List<String> lines) {
        for (int from = 0; from < lines.size(); from++) {
            List<String> first = List.of(BETWEEN.split(lines.get(from), -1));
            StringBuilder word = new StringBuilder(first.get(first.size() - 1));
            boolean known = word.isEmpty() || all.contains(word.toString());
            for (String next : lines.subList(from + 1, lines.size())) {
                String begin = BETWEEN.split(next, -1)[0];
                known = known && all.contains(begin);
                word.append(begin);
                if (!known && all.contains(word.toString())) {
                    return true;
                }
                if (!begin.equals(next)) {
                    break;
                }
            }
        }
        return false;
    }
}
