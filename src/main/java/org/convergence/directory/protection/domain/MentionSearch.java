package org.convergence.directory.protection.domain;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.convergence.directory.people.PersonId;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.TextRedaction;

/** Searches texts for one protected person: whether they are named, and where they may be meant. */
final class MentionSearch {

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
