package org.convergence.directory.people;

import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.redaction.KeptRecords;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NamePhrases;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.text.TextNormalizer;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What other records say that makes a name or an address uncertain: longer names, given names, shared addresses. */
@Component
public class NamesOfOthers {

    private static final String TABLE = "directory.people_person";

    private final JdbcClient db;

    NamesOfOthers(JdbcClient db) {
        this.db = db;
    }

    /**
     * The spellings of a person's names, and of addresses and numbers; those of another record too are uncertain.
     *
     * @param except records of the person
     * @param all full names, addresses and numbers
     * @param codeName in place of the names, if any
     */
    public NameSpellings findSpellings(
            Collection<UUID> except, Collection<String> all, String givenName, String familyName, String codeName) {
        List<String> longer = findLonger(except, all).stream()
                .flatMap(name -> Arrays.stream(TextNormalizer.fold(name).split(" ", -1)))
                .toList();
        return NameSpellings.of(withoutShared(except, all), givenName, familyName, findShared(except, all), codeName)
                .withOthers(
                        both(longer, findWords("given_name")), both(longer, findWords("family_name")), findAcronyms());
    }

    /**
     * The spellings of the names of a person on file, and of the records merged into theirs.
     *
     * @throws NotFound if the record is deleted, as one that was merged
     */
    public NameSpellings findSpellings(PersonId person) {
        return findOnFile(person).orElseThrow(() -> new NotFound("person"));
    }

    private Optional<NameSpellings> findOnFile(PersonId person) {
        record OwnNames(String given, String family, List<UUID> records, List<String> all) {}
        return db.sql("""
                        WITH records AS (SELECT :person AS id UNION SELECT id FROM directory.people_alias WHERE person = :person)
                        SELECT p.given_name, p.family_name, ARRAY(SELECT id FROM records) AS records,
                               ARRAY(SELECT DISTINCT name FROM records, directory.people_names(records.id, false) AS name) AS names
                        FROM directory.people_person p WHERE p.id = :person
                        """)
                .param("person", person.value())
                .query((row, n) -> new OwnNames(
                        row.getString("given_name"),
                        row.getString("family_name"),
                        List.of((UUID[]) row.getArray("records").getArray()),
                        List.of((String[]) row.getArray("names").getArray())))
                .optional()
                .map(own -> findSpellings(own.records(), own.all(), own.given(), own.family(), ""));
    }

    /** Whether a text has the full name of a person on file, also where the place is doubtful; none has that of a deleted record. */
    public Predicate<String> findInFull(PersonId person) {
        return findOnFile(person)
                .map(names -> (Predicate<String>) text -> names.find(text).isInFull())
                .orElse(text -> false);
    }

    /**
     * Replaces the names and addresses of a person on file, for texts that no later search reads: nobody could decide on a
     * place with all words of a name apart, or on what waits beside a doubtful place, so these are replaced too.
     */
    public UnaryOperator<String> replacement(PersonId person, String standIn) {
        List<UUID> own = List.of(person.value());
        List<String> all = findNames(person);
        if (withoutShared(own, all).isEmpty()) {
            return text -> text;
        }
        NameSpellings names = findSpellings(own, all, "", "", "");
        return text -> names.replace(
                text,
                standIn,
                each -> each.kind() == Mention.MentionKind.APART || each.kind() == Mention.MentionKind.BESIDE);
    }

    /** Those of the addresses, numbers and names that no other record has as an address or a number. */
    public List<String> withoutShared(Collection<UUID> except, Collection<String> all) {
        return all.stream().filter(each -> !isShared(except, each)).toList();
    }

    /**
     * Until the transaction ends, the replacement in SQL leaves longer names of others, names after another given name, those
     * with the family name first, those that begin with a date or a place, and shared addresses.
     *
     * @param coded whether a code name stands for the person, so that it leaves all of a text where one of the names would remain
     */
    public void leaveInTransaction(Collection<UUID> except, Collection<String> names, boolean coded) {
        List<String> doubtful = both(findReversed(except), NamePhrases.datesAndPlaces(names));
        Map.of(
                        "longer_names", both(findLonger(except, names), doubtful),
                        "given_names", findWords("given_name"),
                        "words", coded ? NamePhrases.words(names) : List.<String>of(),
                        "shared", findShared(except, names))
                .forEach((setting, said) -> db.sql(
                                "SELECT set_config('convergence.' || ?, CAST(to_jsonb(CAST(? AS text[])) AS text), true)")
                        .params(setting, said.toArray(String[]::new))
                        .query(String.class)
                        .single());
    }

    private List<String> findShared(Collection<UUID> except, Collection<String> all) {
        return all.stream().filter(each -> isShared(except, each)).toList();
    }

    private static List<String> both(List<String> some, List<String> others) {
        return Stream.concat(some.stream(), others.stream()).toList();
    }

    /** The names of records with the family name first, as people_names gives them. */
    private List<String> findReversed(Collection<UUID> records) {
        return db.sql("""
                        SELECT family_name || ' ' || given_name FROM directory.people_person
                        WHERE id = ANY (?) AND given_name <> '' AND family_name <> ''
                        """)
                .param(records.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** Names that contain all words of a name, such as "Anne Marie Tremblay" for Marie Tremblay. */
    private List<String> findLonger(Collection<UUID> except, Collection<String> names) {
        return db.sql("""
                        WITH known AS (SELECT ' ' || platform.fold(name) || ' ' AS words FROM unnest(CAST(:names AS text[])) AS name
                                       WHERE name ~ '[[:alpha:]]' AND strpos(name, '@') = 0)
                        SELECT DISTINCT p.display_name FROM directory.people_person p, known
                        WHERE p.id <> ALL (:except) AND strpos(p.search_form || ' ', known.words) > 0
                          AND length(platform.fold(p.display_name)) + 2 > length(known.words)
                          AND platform.fold(p.display_name) <> ALL (SELECT btrim(words) FROM known)
                        """)
                .param("names", spellings(names))
                .param("except", except.toArray(UUID[]::new))
                .query(String.class)
                .list();
    }

    /** Whether another record has the name of a person on file. */
    public boolean hasNamesake(PersonId person) {
        return !findNamesakes(person, findNames(person)).ids().isEmpty();
    }

    /** The records of others who have one of the names of a person; they and their history stay as they are. */
    public KeptRecords findNamesakes(PersonId person, Collection<String> names) {
        return new KeptRecords(
                TABLE,
                db.sql("""
                        WITH called AS (SELECT platform.fold(name) AS name FROM unnest(CAST(:names AS text[])) AS name
                                        WHERE name ~ '[[:alpha:]]' AND strpos(name, '@') = 0)
                        SELECT DISTINCT p.id FROM directory.people_person p, called
                        WHERE p.id <> :person AND strpos(p.search_form || ' ', ' ' || called.name || ' ') > 0
                          AND called.name IN (platform.fold(p.display_name), platform.fold(p.family_name || ' ' || p.given_name))
                        """)
                        .param("names", spellings(names))
                        .param("person", person.value())
                        .query(UUID.class)
                        .set());
    }

    private static String[] spellings(Collection<String> names) {
        return names.stream().flatMap(NamePhrases::spellings).toArray(String[]::new);
    }

    private List<String> findNames(PersonId person) {
        return db.sql("SELECT directory.people_names(?, false)")
                .param(person.value())
                .query(String.class)
                .list();
    }

    /** All given names, or family names, on file, and their words, folded. */
    private List<String> findWords(String column) {
        return db.sql("""
                        SELECT DISTINCT word FROM directory.people_person p,
                               unnest(string_to_array(platform.fold(p.%1$s), ' ') || platform.fold(p.%1$s)) AS word
                        WHERE length(word) > 1
                        """.formatted(column)).query(String.class).list();
    }

    /** The acronyms of organisations on file, folded. */
    private List<String> findAcronyms() {
        return db.sql("""
                        SELECT DISTINCT lower(short_name) FROM directory.people_organisation WHERE short_name ~ '^[A-Z]{2,6}$'
                        """).query(String.class).list();
    }

    /**
     * Whether another record has this address or number too, such as an office number, with or without the 1 of North
     * America: then it does not identify the person.
     */
    private boolean isShared(Collection<UUID> except, String address) {
        return NameSpellings.isAddress(address)
                && db.sql("""
                        WITH typed AS (SELECT directory.people_contact_keys(jsonb_build_array(jsonb_build_object(
                                           'channel', CASE WHEN :address LIKE '%@%' THEN 'MAIL' ELSE 'PHONE' END,
                                           'value', CAST(:address AS text)))) AS keys),
                             asked AS (SELECT keys || CASE WHEN keys[1] ~ '^1[0-9]{10}$' THEN ARRAY[substr(keys[1], 2)]
                                                           WHEN keys[1] ~ '^[0-9]{10}$' THEN ARRAY['1' || keys[1]]
                                                           ELSE '{}'::text[] END AS keys FROM typed)
                        SELECT EXISTS (SELECT FROM directory.people_organisation o, asked WHERE o.contact_keys && asked.keys)
                            OR EXISTS (SELECT FROM directory.people_person p, asked
                                       WHERE p.contact_keys && asked.keys AND p.id <> ALL (:except))
                        """)
                        .param("address", address)
                        .param("except", except.toArray(UUID[]::new))
                        .query(Boolean.class)
                        .single();
    }
}
