package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.convergence.directory.people.CodeNameDirectory;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.directory.protection.domain.MentionRepository.UndecidedMention;
import org.convergence.directory.protection.domain.ProtectedNameScanner.MentionSearch;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.Mention;
import org.convergence.platform.redaction.NameSpellings;
import org.convergence.platform.redaction.RedactionPass;
import org.convergence.platform.redaction.TextRedaction;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** The places where a protected person may be meant; the person's openers decide on each. */
@Service
@Transactional
@Requires(ProtectionPermissions.READ)
public class MentionService {

    /** The maximum shown at once; the next ones follow as these are decided. */
    private static final int SHOWN = 40;

    private final MentionRepository store;
    private final HistoryMentions history;
    private final IdentityVault vault;
    private final OpenerRepository openers;
    private final CodeNameDirectory codeNames;
    private final MentionTexts mentionTexts;

    MentionService(
            MentionRepository store,
            HistoryMentions history,
            IdentityVault vault,
            OpenerRepository openers,
            CodeNameDirectory codeNames,
            MentionTexts mentionTexts) {
        this.store = store;
        this.history = history;
        this.vault = vault;
        this.openers = openers;
        this.codeNames = codeNames;
        this.mentionTexts = mentionTexts;
    }

    /**
     * A place where the person may be meant.
     *
     * @param place the table, or the kind of files
     * @param row the id of its row or file
     * @param file the name of the file, empty for a row
     * @param inHistory whether only the audit history of the row still holds the words
     * @param contact whether it is a mail address or a number of another record, which is removed and not replaced
     * @param around the text found, with a few words before and after
     * @param alike the number of places with the same words
     */
    public record ShownMention(
            UUID id,
            Mention.MentionKind kind,
            String place,
            String row,
            String file,
            boolean inHistory,
            boolean contact,
            Mention.MarkedWords around,
            int alike) {}

    /** The number of undecided places; the same words in a record and in its history are one. */
    public int countUndecided(PersonId person) {
        return history.findGroups(person).size();
    }

    /** The first undecided places; empty for an actor who is not an opener, or with other keys. */
    public List<ShownMention> findUndecided(PersonId person) {
        if (!openers.includes(person) || !vault.canOpen(person)) {
            return List.of();
        }
        NameSpellings names = vault.spellings(person);
        List<ShownMention> shown = new ArrayList<>();
        Map<String, List<String>> read = new HashMap<>();
        List<HistoryMentions.MentionGroup> groups = history.findGroups(person);
        try (RedactionPass pass = mentionTexts.open()) {
            groups.stream().limit(SHOWN).forEach(group -> {
                UndecidedMention each = group.first();
                MentionRepository.MentionPlace at = each.at();
                List<String> said =
                        read.computeIfAbsent(at.place() + at.key() + at.field(), place -> mentionTexts.find(at, pass));
                locate(person, at, names, said)
                        .ifPresent(found -> shown.add(new ShownMention(
                                each.id(),
                                at.kind(),
                                group.table(),
                                group.row(),
                                at.place().equals(DocumentRedaction.INSIDE) ? store.findFileName(group.row()) : "",
                                at.place().equals(HistoryText.TABLE),
                                ContactPointRedaction.isContact(at.field()),
                                MentionContextFormatter.format(found.mention(), found.text()),
                                countAlike(at, groups))));
            });
        }
        return shown;
    }

    private static int countAlike(MentionRepository.MentionPlace place, List<HistoryMentions.MentionGroup> groups) {
        return (int) groups.stream()
                .filter(each -> each.first().at().isSpelledAs(place))
                .count();
    }

    /**
     * A mention in a text.
     *
     * @param exact whether the words around it are those that were found
     */
    private record LocatedMention(String text, Mention mention, boolean exact) {}

    /** The mention at a place; if the words around it have changed since, the first one with the same words. */
    private Optional<LocatedMention> locate(
            PersonId person, MentionRepository.MentionPlace place, NameSpellings names, List<String> said) {
        LocatedMention alike = null;
        for (String text : said) {
            for (Mention each : names.find(text).mentions()) {
                if (store.mark(person, each).equals(place.mark())) {
                    return Optional.of(new LocatedMention(text, each, true));
                }
                if (alike == null
                        && each.kind() == place.kind()
                        && store.spelling(person, text.substring(each.from(), each.to()))
                                .equals(place.spelling())) {
                    alike = new LocatedMention(text, each, false);
                }
            }
        }
        return Optional.ofNullable(alike);
    }

    /**
     * Puts the code name at a place, on what waits beside it in its record, and where that makes other names in the text
     * certain; answers whether that changed anything.
     */
    private boolean replaceAt(
            PersonId person, MentionRepository.MentionPlace place, NameSpellings names, String codeName) {
        List<String> said;
        try (RedactionPass pass = mentionTexts.open()) {
            said = mentionTexts.find(place, pass);
        }
        return locate(person, place, names, said)
                .filter(at -> mentionTexts.replace(
                        place,
                        text -> {
                            List<Mention> hers = names.find(text).mentions().stream()
                                    .filter(each -> at.exact()
                                            ? store.mark(person, each).equals(place.mark())
                                            : text.equals(at.text()) && each.equals(at.mention()))
                                    .toList();
                            String replaced = names.replace(
                                    text,
                                    codeName,
                                    each -> hers.contains(each)
                                            || (each.kind() == Mention.MentionKind.BESIDE
                                                    && hers.stream()
                                                            .anyMatch(other ->
                                                                    NameSpellings.areOfOneRecord(text, each, other))));
                            return replaced.equals(text) ? text : names.replace(replaced, codeName);
                        },
                        codeName))
                .isPresent();
    }

    /**
     * Replaces the mention by the code name, or removes the address that it is.
     *
     * @throws Refused where the actor is not an opener, or the file cannot be written
     */
    public void replace(PersonId person, UUID mention) {
        UndecidedMention found = find(person, mention);
        MentionRepository.MentionPlace place = found.at();
        String codeName = codeNames.findByPerson(person).orElseThrow(() -> new NotFound("protected person"));
        NameSpellings names = vault.spellings(person);
        List<UndecidedMention> remembered = history.sameText(person, found);
        if (!replaceAt(person, place, names, codeName)) {
            throw new Refused("protection.mention.not-written");
        }
        // Before anything is noted: a note writes into the history too, which would then be locked.
        List<UndecidedMention> written = remembered.stream()
                .filter(each -> replaceAt(person, each.at(), names, codeName))
                .toList();
        noteReplaced(person, mention, place, names);
        written.forEach(each -> noteReplaced(person, each.id(), each.at(), names));
    }

    /** Records the replacement, and searches the text again: the context of its other mentions has changed. */
    private void noteReplaced(
            PersonId person, UUID mention, MentionRepository.MentionPlace place, NameSpellings names) {
        store.decide(mention, MentionRepository.MentionDecision.REPLACED);
        var search = new MentionSearch(person, names, store);
        try (RedactionPass pass = mentionTexts.open()) {
            mentionTexts
                    .find(place, pass)
                    .forEach(text -> search.search(
                            new TextRedaction.FoundText(place.place(), place.key(), place.field(), text)));
        }
        store.deleteAt(person, place);
        store.add(person, place.place(), search.results());
    }

    /** Dismisses a mention that means another person; it and its copies in the audit history are no longer listed. */
    public void dismiss(PersonId person, UUID mention) {
        List<UndecidedMention> remembered = history.sameText(person, find(person, mention));
        store.decide(mention, MentionRepository.MentionDecision.ANOTHER);
        remembered.forEach(each -> store.decide(each.id(), MentionRepository.MentionDecision.ANOTHER));
    }

    /** Dismisses all mentions with the same words, which mean other people, or nobody. */
    public void dismissAlike(PersonId person, UUID mention) {
        UndecidedMention found = find(person, mention);
        store.waiting(person).stream()
                .filter(each -> each.at().isSpelledAs(found.at()))
                .forEach(each -> store.decide(each.id(), MentionRepository.MentionDecision.ANOTHER));
    }

    private UndecidedMention find(PersonId person, UUID mention) {
        if (!openers.includes(person)) {
            throw new Refused("protection.open.not-listed");
        }
        return store.findById(person, mention).orElseThrow(() -> new NotFound("mention"));
    }
}
