package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.Collection;
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

        private final PersonId person;
        private final NameSpellings names;
        private final MentionRepository store;
        private final Map<String, MentionRepository.MentionPlace> found = new LinkedHashMap<>();
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
            for (Mention each : mentions(text, all)) {
                if (found.size() == MOST) {
                    return;
                }
                String mark = store.mark(person, each);
                found.putIfAbsent(
                        text.key() + text.column() + mark,
                        new MentionRepository.MentionPlace(each.kind(), text.table(), text.key(), text.column(), mark));
            }
        }

        /**
         * The mentions of a row. In the audit history each text of the row is searched separately; if none contains a
         * mention by itself, the mentions that span several texts are used.
         */
        private List<Mention> mentions(TextRedaction.FoundText text, NameSpellings.NameFindings all) {
            if (all.mentions().isEmpty() || !text.table().equals(HistoryText.TABLE)) {
                return all.mentions();
            }
            List<Mention> apart = HistoryText.texts(text.text()).stream()
                    .flatMap(each -> names.find(each).mentions().stream())
                    .toList();
            return apart.isEmpty() ? all.mentions() : apart;
        }

        boolean isNamed() {
            return named;
        }

        Collection<MentionRepository.MentionPlace> results() {
            return found.values();
        }
    }
}
