package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.regex.Pattern;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.people.SealedPersonRecogniser;
import org.convergence.directory.protection.NameUse;
import org.convergence.directory.protection.domain.IdentityVault.IdentityMarkKind;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.keys.MarkGenerator;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.shell.TextCheck;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Recognises sealed people by keyed marks, and logs it, since the actor holds the name. An address is not enough where
 * it comes with another name, since colleagues share one: a word of the name must match.
 */
@Component
record SealedPersonRecognition(
        IdentityVault vault, MarkGenerator marks, IdentityWatch watch, OrganisationSettings settings, JdbcClient db)
        implements SealedPersonRecogniser, TextCheck {

    /** Whether mark {@code m} is of a person whose name may be published today. */
    /** Blanks and what stands for them, as in names of files and in addresses. */
    private static final Pattern SEVERAL_WORDS = Pattern.compile("[\\s\\p{Z}_%+&\\\\-]");

    /** One word that begins a sentence, as a verb does: at entry it does not make the name behind it a longer one. */
    private static final Pattern FIRST_WORD = Pattern.compile("(?:^|[.!?:;\\n]\\s*)\\p{Lu}[\\p{L}’']*\\s$");

    /** What makes a name longer behind it. */
    private static final Pattern MORE = Pattern.compile("^(?:\\s?[-&]|\\s\\p{Lu})");

    private static final Set<Mention.MentionKind> WITH_OTHERS =
            EnumSet.of(Mention.MentionKind.NEIGHBOURS, Mention.MentionKind.LONGER);

    /** Words of several people beside each other: "Luc Roy, Ana Diaz" does not name Ana Roy. */
    private static final Set<Mention.MentionKind> ONE_NAME =
            EnumSet.of(Mention.MentionKind.PART, Mention.MentionKind.FIELD);

    private static final String PUBLISHABLE = """
            EXISTS (SELECT FROM directory.protection_consent c
                    WHERE c.person = m.person AND c.use = :use AND c.withdrawn_on IS NULL
                      AND :today BETWEEN c.given_on AND c.until)
            """;

    @Override
    public Optional<PersonId> recognise(Collection<String> names, Collection<String> addresses) {
        if (vault.isEmpty()) {
            return Optional.empty();
        }
        vault.requireOurKeys();
        Set<String> asked = new HashSet<>();
        MarkPolicy.normaliseNames(names)
                .forEach(each -> asked.addAll(marks.computeAll(each, IdentityVault.use(IdentityMarkKind.NAME))));
        MarkPolicy.distinctiveWords(names)
                .forEach(each -> asked.addAll(marks.computeAll(each, IdentityVault.use(IdentityMarkKind.WORD))));
        MarkPolicy.normaliseAddresses(addresses)
                .forEach(each -> asked.addAll(marks.computeAll(each, IdentityVault.use(IdentityMarkKind.ADDRESS))));
        Optional<PersonId> found = db.sql("""
                        SELECT person FROM directory.protection_mark
                        WHERE mark = ANY (:asked) AND kind IN ('NAME', 'WORD', 'ADDRESS')
                        GROUP BY person
                        HAVING bool_or(kind = 'NAME')
                            OR (bool_or(kind = 'ADDRESS') AND (:nameless OR bool_or(kind = 'WORD')))
                        ORDER BY bool_or(kind = 'NAME') DESC, person LIMIT 1
                        """)
                .param("asked", asked.toArray(String[]::new))
                .param("nameless", names.isEmpty())
                .query(UUID.class)
                .optional()
                .map(PersonId::new);
        found.ifPresent(watch::logRecognition);
        return found;
    }

    @Override
    public void beforeErasure(PersonId person, String codeName, String reason) {
        watch.logErasure(person, codeName, reason);
    }

    @Override
    public List<String> findUnpublishable(Collection<String> phrases) {
        if (phrases.isEmpty() || vault.isEmpty()) {
            return List.of();
        }
        vault.requireOurKeys();
        Map<String, List<String>> asked = nameMarks(phrases);
        return unpublishable("mark", asked.keySet(), String.class).stream()
                .flatMap(mark -> asked.getOrDefault(mark, List.of()).stream())
                .distinct()
                .toList();
    }

    /**
     * Refuses texts with the full name of a protected person, and logs that the actor holds it. Within a longer name it
     * may be another person's: such a text is searched at night, as are those of visitors, who are not told that a person
     * is protected.
     */
    @Override
    public Optional<String> findProblem(String text) {
        if (!SEVERAL_WORDS.matcher(text).find() || CurrentActor.get().equals(Actor.VISITOR) || !vault.mayRecognise()) {
            return Optional.empty();
        }
        List<UUID> named = unpublishable(
                        "person", nameMarks(NamePhrases.find(text)).keySet(), UUID.class)
                .stream()
                .filter(person -> isNamed(text, new PersonId(person)))
                .toList();
        named.forEach(person -> watch.logRecognition(new PersonId(person)));
        return named.isEmpty() ? Optional.empty() : Optional.of("protection.text.named");
    }

    private boolean isNamed(String text, PersonId person) {
        NameSpellings.NameFindings found = vault.spellings(person).find(text);
        return found.named()
                || found.mentions().stream()
                        .anyMatch(each -> each.kind() == Mention.MentionKind.BESIDE || beginsSentence(text, each))
                || (found.mentions().stream().noneMatch(each -> WITH_OTHERS.contains(each.kind()))
                        && !found.mentions().stream().allMatch(each -> ONE_NAME.contains(each.kind())));
    }

    private static boolean beginsSentence(String text, Mention name) {
        return WITH_OTHERS.contains(name.kind())
                && FIRST_WORD.matcher(text.substring(0, name.from())).find()
                && !MORE.matcher(text.substring(name.to())).find();
    }

    /** The phrases by the marks of their names. */
    private Map<String, List<String>> nameMarks(Collection<String> phrases) {
        Map<String, List<String>> asked = new HashMap<>();
        for (String phrase : phrases) {
            MarkPolicy.normaliseNames(List.of(phrase)).stream()
                    .flatMap(name -> marks.computeAll(name, IdentityVault.use(IdentityMarkKind.NAME)).stream())
                    .forEach(mark ->
                            asked.computeIfAbsent(mark, m -> new ArrayList<>()).add(phrase));
        }
        return asked;
    }

    private <T> List<T> unpublishable(String column, Collection<String> asked, Class<T> type) {
        return db.sql("SELECT DISTINCT m." + column + " FROM directory.protection_mark m"
                        + " WHERE m.mark = ANY (:asked) AND m.kind = 'NAME' AND NOT " + PUBLISHABLE)
                .param("asked", asked.toArray(String[]::new))
                .param("use", NameUse.PUBLIC.name())
                .param("today", settings.today())
                .query(type)
                .list();
    }
}
