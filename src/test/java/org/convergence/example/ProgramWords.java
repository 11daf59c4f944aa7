package org.convergence.example;

import java.io.IOException;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/** The identifiers of the program that no page may show. */
final class ProgramWords {

    private ProgramWords() {}

    /** The constants of all enums, with more than three letters. */
    static Set<String> ofEnums() throws IOException {
        Set<String> words = new HashSet<>();
        for (Resource file :
                new PathMatchingResourcePatternResolver().getResources("classpath*:org/convergence/**/*.class")) {
            String path = file.getURI().toString();
            String name = path.substring(path.indexOf("org/convergence"))
                    .replace('/', '.')
                    .replaceFirst("[.]class$", "");
            try {
                Class<?> type = Class.forName(name, false, ProgramWords.class.getClassLoader());
                if (type.isEnum()) {
                    Arrays.stream(type.getFields())
                            .filter(Field::isEnumConstant)
                            .map(Field::getName)
                            .filter(word -> word.length() > 3)
                            .forEach(words::add);
                }
            } catch (ClassNotFoundException | LinkageError e) {
                throw new IOException(name, e);
            }
        }
        return words;
    }
}
