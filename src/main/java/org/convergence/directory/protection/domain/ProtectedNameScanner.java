package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.EnumSet;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactableFiles;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.TextRedaction;
import org.springframework.stereotype.Component;

/** Searches tables and files for protected people, and records the places where they may be meant. */
@Component
class ProtectedNameScanner {

    private final TextRedaction textRedaction;
    private final DocumentRedaction documents;
    private final List<RedactableFiles> kept;
    private final MentionRepository mentions;
    private final HistoryMentions history;

    ProtectedNameScanner(
            TextRedaction textRedaction,
            DocumentRedaction documents,
            List<RedactableFiles> kept,
            MentionRepository mentions,
            HistoryMentions history) {
        this.history = history;
        this.textRedaction = textRedaction;
        this.documents = documents;
        this.kept = List.copyOf(kept);
        this.mentions = mentions;
    }

    /** Opens one connection for reading all tables. */
    RedactionPass open() {
        return textRedaction.open();
    }

    MentionSearch newSearch(PersonId person, NameSpellings names) {
        return new MentionSearch(person, names, mentions);
    }

    MentionSearch searchTable(RedactionPass pass, String table, PersonId person, NameSpellings names) {
        MentionSearch search = newSearch(person, names);
        pass.read(table, search::search);
        return search;
    }

    /** Records the places found in a table, in the caller's transaction. */
    void record(PersonId person, String table, MentionSearch found) {
        mentions.record(person, table, found.results());
        if (table.equals(HistoryText.TABLE)) {
            history.follow(person);
        }
    }

    /** Replaces the person's names by the code name in all files. */
    DocumentRedaction.RedactionResult replaceInFiles(PersonId person, NameSpellings names, String codeName) {
        MentionSearch search = newSearch(person, names);
        DocumentRedaction.RedactionResult files = documents.redact(names, codeName, Set.of(), search::search);
        mentions.record(person, DocumentRedaction.INSIDE, search.results());
        for (RedactableFiles each : kept) {
            MentionSearch inKept = newSearch(person, names);
            each.findIds().stream()
                    .filter(id -> !files.failed().contains(RedactableFiles.row(each, id)))
                    .forEach(id ->
                            each.findText(id).ifPresent(text -> inKept.search(RedactableFiles.found(each, id, text))));
            mentions.record(person, each.place(), inKept.results());
        }
        return files;
    }

    /**
     * A search of files for a person.
     *
     * @param unread the files that could not be read in full
     */
    record SearchedFiles(boolean named, List<UUID> unread) {}

    /** Searches the files added since for the person. */
    SearchedFiles searchFiles(PersonId person, NameSpellings names, Instant since) {
        MentionSearch search = newSearch(person, names);
        List<UUID> unread = documents.read(since, search::search);
        mentions.add(person, DocumentRedaction.INSIDE, search.results());
        return new SearchedFiles(search.isNamed(), unread);
    }

    /** Searches texts for one protected person: whether they are named, and where they may be meant. */
    static final class MentionSearch {

        /** The maximum that a person can review; the rest is found once these are decided. */
        private static final int MOST = 300;

        /** One spelling leaves room for the others. */
        private static final int MOST_OF_A_SPELLING = 60;

        private static final Set<Mention.MentionKind> HALVES =
                EnumSet.of(Mention.MentionKind.PART, Mention.MentionKind.FIELD);

        private final PersonId person;
        private final NameSpellings names;
        private final MentionRepository store;
        private final Map<String, MentionRepository.MentionPlace> found = new LinkedHashMap<>();
        private final Map<String, Integer> spellings = new HashMap<>();
        private boolean named;

        MentionSearch(PersonId person, NameSpellings names, MentionRepository store) {
            this.person = person;
            this.names = names;
            this.store = store;
        }

        /** Searches one text. */
        void search(TextRedaction.FoundText text) {
            NameSpellings.NameFindings all = names.find(text.text());
            named |= all.named();
            if (text.key().isEmpty()) {
                return;
            }
            for (FoundMention each : mentions(text, all)) {
                if (found.size() == MOST) {
                    return;
                }
                String mark = store.mark(person, each.mention());
                String spelling = store.spelling(person, each.words());
                String place = text.key() + text.column() + mark;
                if (!found.containsKey(place) && spellings.merge(spelling, 1, Integer::sum) <= MOST_OF_A_SPELLING) {
                    found.put(
                            place,
                            new MentionRepository.MentionPlace(
                                    each.mention().kind(), text.table(), text.key(), text.column(), mark, spelling));
                }
            }
        }

        private record FoundMention(Mention mention, String words) {}

        /**
         * The mentions of a row. In the audit history each text of the row is searched separately; if none contains a
         * mention by itself, the mentions that span several texts are used.
         */
        private List<FoundMention> mentions(TextRedaction.FoundText text, NameSpellings.NameFindings all) {
            if (!text.table().equals(HistoryText.TABLE)) {
                return withoutOthers(all.mentions(), text.text(), text.name());
            }
            List<FoundMention> apart = HistoryText.texts(text.text()).stream()
                    .flatMap(each ->
                            withoutOthers(names.find(each.text()).mentions(), each.text(), each.name()).stream())
                    .toList();
            return apart.isEmpty()
                    ? all.mentions().stream()
                            .map(each -> found(each, text.text()))
                            .filter(each -> each.words().contains("\"")
                                    || each.mention().kind() == Mention.MentionKind.APART)
                            .toList()
                    : apart;
        }

        /** Without the halves of a name that is certainly another person's: "Marie" where the record says Marie Roy. */
        private List<FoundMention> withoutOthers(List<Mention> all, String text, String name) {
            boolean others = !all.isEmpty() && !name.equals(text) && isAnothers(name);
            return all.stream()
                    .filter(each -> !others || !HALVES.contains(each.kind()))
                    .map(each -> found(each, text))
                    .toList();
        }

        private boolean isAnothers(String name) {
            NameSpellings.NameFindings whole = names.find(name);
            return !whole.named() && whole.mentions().isEmpty();
        }

        private static FoundMention found(Mention mention, String text) {
            return new FoundMention(mention, text.substring(mention.from(), mention.to()));
        }

        boolean isNamed() {
            return named;
        }

        Collection<MentionRepository.MentionPlace> results() {
            return found.values();
        }
    }
}
