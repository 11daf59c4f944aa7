package org.convergence.directory.protection.domain;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import org.convergence.directory.people.CodeNames;
import org.convergence.directory.people.PersonId;
import org.convergence.directory.protection.ProtectionPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.redaction.DocumentRedaction;
import org.convergence.platform.redaction.KeptFiles;
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
public class Mentions {

    /** The maximum shown at once; the next ones follow as these are decided. */
    private static final int SHOWN = 40;

    private final MentionRepository store;
    private final Vault vault;
    private final Openers openers;
    private final CodeNames codeNames;
    private final TextRedaction texts;
    private final DocumentRedaction documents;
    private final List<KeptFiles> kept;

    Mentions(
            MentionRepository store,
            Vault vault,
            Openers openers,
            CodeNames codeNames,
            TextRedaction texts,
            DocumentRedaction documents,
            List<KeptFiles> kept) {
        this.store = store;
        this.vault = vault;
        this.openers = openers;
        this.codeNames = codeNames;
        this.texts = texts;
        this.documents = documents;
        this.kept = List.copyOf(kept);
    }

    /**
     * A place where the person may be meant.
     *
     * @param place the table, or the kind of files
     * @param row the id of its row or file
     * @param around the text found, with a few words before and after
     */
    public record Shown(UUID id, Mention.Kind kind, String place, String row, String around) {}

    /** The number of undecided places. */
    public int count(PersonId person) {
        return store.count(person);
    }

    /** The first undecided places; empty for an actor who is not an opener, or with other keys. */
    public List<Shown> waiting(PersonId person) {
        if (!openers.includes(person) || !vault.opens(person)) {
            return List.of();
        }
        NameSpellings names = vault.spellings(person);
        List<Shown> shown = new ArrayList<>();
        Map<String, List<String>> read = new HashMap<>();
        try (RedactionPass pass = texts.open()) {
            store.waiting(person).stream().limit(SHOWN).forEach(each -> {
                MentionRepository.Place at = each.at();
                List<String> said = read.computeIfAbsent(at.place() + at.key() + at.field(), place -> said(at, pass));
                around(person, at, names, said)
                        .ifPresent(around -> shown.add(new Shown(each.id(), at.kind(), at.place(), row(at), around)));
            });
        }
        return shown;
    }

    private Optional<String> around(
            PersonId person, MentionRepository.Place place, NameSpellings names, List<String> said) {
        for (String text : said) {
            for (Mention each : names.find(text).mentions()) {
                if (store.mark(person, each).equals(place.mark())) {
                    return Optional.of(each.around(text));
                }
            }
        }
        return Optional.empty();
    }

    private List<String> said(MentionRepository.Place place, RedactionPass pass) {
        if (place.place().equals(DocumentRedaction.INSIDE)) {
            return documents.texts(document(place));
        }
        Optional<KeptFiles> files = keptAt(place);
        if (files.isPresent()) {
            return files.get().content(document(place)).stream().toList();
        }
        return pass.text(place.place(), place.key(), place.field()).stream().toList();
    }

    /**
     * Replaces the mention by the code name.
     *
     * @throws Refused where the actor is not an opener, or the file cannot be written
     */
    public void replace(PersonId person, UUID mention) {
        MentionRepository.Place place = place(person, mention);
        String codeName = codeNames.of(person).orElseThrow(() -> new NotFound("protected person"));
        NameSpellings names = vault.spellings(person);
        Predicate<Mention> hers = each -> store.mark(person, each).equals(place.mark());
        if (!replaceAt(place, text -> names.replace(text, codeName, hers), codeName)) {
            throw new Refused("protection.mention.not-written");
        }
        store.decide(mention, MentionRepository.Decision.REPLACED);
        // The context of the other mentions in this text has changed.
        var search = new MentionSearch(person, names, store);
        try (RedactionPass pass = texts.open()) {
            said(place, pass)
                    .forEach(text ->
                            search.see(new TextRedaction.Found(place.place(), place.key(), place.field(), text)));
        }
        store.clear(person, place);
        store.add(person, place.place(), search.found());
    }

    private boolean replaceAt(MentionRepository.Place place, UnaryOperator<String> replaced, String codeName) {
        if (place.place().equals(DocumentRedaction.INSIDE)) {
            return documents.replaceIn(document(place), replaced);
        }
        Optional<KeptFiles> files = keptAt(place);
        if (files.isPresent()) {
            return files.get().replaceIn(document(place), replaced, codeName);
        }
        try (RedactionPass pass = texts.open()) {
            return pass.replaceAt(place.place(), place.key(), place.field(), replaced);
        } catch (IllegalStateException rule) {
            return false;
        }
    }

    /** Decides that another person is meant: the place is no longer listed. */
    public void leave(PersonId person, UUID mention) {
        place(person, mention);
        store.decide(mention, MentionRepository.Decision.ANOTHER);
    }

    private MentionRepository.Place place(PersonId person, UUID mention) {
        if (!openers.includes(person)) {
            throw new Refused("protection.open.not-listed");
        }
        return store.find(person, mention)
                .map(MentionRepository.Waiting::at)
                .orElseThrow(() -> new NotFound("mention"));
    }

    private Optional<KeptFiles> keptAt(MentionRepository.Place place) {
        return kept.stream().filter(each -> each.place().equals(place.place())).findFirst();
    }

    private static UUID document(MentionRepository.Place place) {
        return UUID.fromString(row(place));
    }

    private static String row(MentionRepository.Place place) {
        return Json.parse(place.key()).node().path(0).asString();
    }
}
