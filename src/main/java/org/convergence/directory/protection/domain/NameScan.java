package org.convergence.directory.protection.domain;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.KeptFiles;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.TextRedaction;
import org.springframework.stereotype.Component;

/** Searches tables and files for protected people, and records the places where they may be meant. */
@Component
class NameScan {

    private final TextRedaction texts;
    private final DocumentRedaction documents;
    private final List<KeptFiles> kept;
    private final MentionRepository mentions;
    private final HistoryMentions history;

    NameScan(
            TextRedaction texts,
            DocumentRedaction documents,
            List<KeptFiles> kept,
            MentionRepository mentions,
            HistoryMentions history) {
        this.history = history;
        this.texts = texts;
        this.documents = documents;
        this.kept = List.copyOf(kept);
        this.mentions = mentions;
    }

    /** One connection for all tables. */
    RedactionPass open() {
        return texts.open();
    }

    MentionSearch begin(PersonId person, NameSpellings names) {
        return new MentionSearch(person, names, mentions);
    }

    MentionSearch inTable(RedactionPass pass, String table, PersonId person, NameSpellings names) {
        MentionSearch search = begin(person, names);
        pass.read(table, search::see);
        return search;
    }

    /** Records the places found in a table, in the caller's transaction. */
    void note(PersonId person, String table, MentionSearch found) {
        mentions.note(person, table, found.found());
        if (table.equals(HistoryText.TABLE)) {
            history.follow(person);
        }
    }

    /** Replaces the person's names by the code name in all files. */
    DocumentRedaction.Files replaceInFiles(PersonId person, NameSpellings names, String codeName) {
        MentionSearch search = begin(person, names);
        DocumentRedaction.Files files = documents.through(names, codeName, Set.of(), search::see);
        mentions.note(person, DocumentRedaction.INSIDE, search.found());
        for (KeptFiles each : kept) {
            MentionSearch inKept = begin(person, names);
            each.ids().forEach(id -> each.content(id).ifPresent(text -> inKept.see(KeptFiles.found(each, id, text))));
            mentions.note(person, each.place(), inKept.found());
        }
        return files;
    }

    /** Whether the person is named in files added since. */
    boolean isInFiles(PersonId person, NameSpellings names, Instant since) {
        MentionSearch search = begin(person, names);
        documents.read(since, search::see);
        mentions.add(person, DocumentRedaction.INSIDE, search.found());
        return search.isNamed();
    }
}
