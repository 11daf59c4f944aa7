package org.convergence.platform.text;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;

/**
 * All messages, read once from {@code messages/**}{@code /NAME_{fr,en,es}.properties}. A message is in ICU format and
 * is compiled at its first use. A missing key is shown as it is and logged once; the build fails on one.
 */
public final class Messages {

    private static final Logger LOG = LoggerFactory.getLogger(Messages.class);

    private final Map<Language, Map<String, String>> patterns = new EnumMap<>(Language.class);
    private final Map<Language, Map<String, CompiledMessage>> sentences = new EnumMap<>(Language.class);
    private final Set<String> missed = ConcurrentHashMap.newKeySet();

    private Messages() {
        for (Language language : Language.values()) {
            patterns.put(language, new HashMap<>());
            sentences.put(language, new ConcurrentHashMap<>());
        }
    }

    /**
     * Reads the message files.
     *
     * @throws IllegalStateException if two files give the same key
     */
    public static Messages load() {
        Messages messages = new Messages();
        for (Language language : Language.values()) {
            messages.read(language);
        }
        return messages;
    }

    private void read(Language language) {
        try {
            var resolver = new PathMatchingResourcePatternResolver();
            for (Resource file : resolver.getResources("classpath*:messages/**/*_" + language.code() + ".properties")) {
                add(language, file);
            }
        } catch (IOException e) {
            throw new UncheckedIOException("The messages cannot be read", e);
        }
    }

    private void add(Language language, Resource file) throws IOException {
        Properties read = new Properties();
        try (Reader reader = new InputStreamReader(file.getInputStream(), StandardCharsets.UTF_8)) {
            read.load(reader);
        }
        for (String key : read.stringPropertyNames()) {
            if (patternsOf(language).put(key, read.getProperty(key)) != null) {
                throw new IllegalStateException("Two message files give " + key + ", one is " + file);
            }
        }
    }

    /** The messages and formats of one reader. */
    public Words in(Language language, ZoneId zone) {
        return new Words(this, language, zone);
    }

    /** The keys that a language has, with their patterns. */
    public Map<String, String> patterns(Language language) {
        return Collections.unmodifiableMap(patternsOf(language));
    }

    boolean has(Language language, String key) {
        return patternsOf(language).containsKey(key);
    }

    CompiledMessage sentence(Language language, String key) {
        Map<String, CompiledMessage> known = sentencesOf(language);
        CompiledMessage sentence = known.get(key);
        if (sentence == null) {
            String pattern = patternsOf(language).get(key);
            if (pattern == null) {
                if (missed.add(language.code() + key)) {
                    LOG.warn("No message in {} for {}", language.code(), key);
                }
                return CompiledMessage.plain(key);
            }
            sentence = CompiledMessage.compile(pattern, language);
            known.put(key, sentence);
        }
        return sentence;
    }

    private Map<String, String> patternsOf(Language language) {
        return patterns.getOrDefault(language, Map.of());
    }

    private Map<String, CompiledMessage> sentencesOf(Language language) {
        return sentences.getOrDefault(language, Map.of());
    }
}
