package org.convergence.cooperation.fieldwork.domain;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.convergence.cooperation.fieldwork.PartnerPassageSource;
import org.convergence.cooperation.fieldwork.domain.PartnerEntryRepository.EntryOrigin;
import org.convergence.cooperation.fieldwork.domain.PartnerLinkRepository.StoredLink;
import org.convergence.cooperation.fieldwork.domain.SentEntry.PartnerEntryState;
import org.convergence.directory.people.OrganisationId;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.geography.Country;
import org.convergence.platform.offline.EnvelopeCipher;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.core.JacksonException;

/**
 * What a link opens. The link alone lets a telephone send, since it sends by itself as soon as there is network; reading
 * needs the PIN, which only the server checks.
 */
@Service
@Transactional
@Open("a link opens the page of one partner, by its PIN")
public class PartnerLinkAccess {

    /** How long a page stays open with a PIN. */
    public static final Duration OPEN = Duration.ofHours(2);

    /** How the device of an entry sent without script begins: it holds nothing, and is no telephone. */
    public static final String FORM = "form ";

    private static final Actor BY_LINK = PartnerPassageSource.BY_LINK;
    private static final int LONGEST_DEVICE = 64;
    private static final int MOST_ENTRIES = 50;

    private final PartnerLinkRepository links;
    private final PartnerEntryRepository entries;
    private final PartnerNotesReader notes;
    private final PhotographAssembler photographs;
    private final EnvelopeCipher cipher;
    private final PartnerPass passes;

    PartnerLinkAccess(
            PartnerLinkRepository links,
            PartnerEntryRepository entries,
            PartnerNotesReader notes,
            PhotographAssembler photographs,
            EnvelopeCipher cipher,
            PartnerPass passes) {
        this.links = links;
        this.entries = entries;
        this.notes = notes;
        this.photographs = photographs;
        this.cipher = cipher;
        this.passes = passes;
    }

    /**
     * A link that was opened.
     *
     * @param publicKey with which the browser encrypts
     * @param isRevoked whether telephones that come with it must forget what they hold
     * @param isEnded whether its last day is past: telephones may still send
     * @param hasEntered whether its PIN was typed lately
     */
    public record OpenedLink(
            String language,
            CountryNumbers numbers,
            String country,
            String publicKey,
            boolean isRevoked,
            boolean isEnded,
            boolean hasEntered) {

        public boolean isOpen() {
            return !isRevoked && !isEnded;
        }
    }

    /**
     * An answer to a telephone.
     *
     * @param sequence the envelope that it may delete
     * @param forget whether it must delete everything
     */
    public record EnvelopeReceipt(int sequence, boolean forget) {}

    /**
     * Opens a link.
     *
     * @param pass given by {@link #enter}; {@code null} for none
     * @throws NotFound if the secret opens nothing
     */
    @Transactional(readOnly = true)
    public OpenedLink open(String secret, @Nullable String pass) {
        StoredLink link = links.find(secret, false);
        return new OpenedLink(
                link.language(),
                numbers(link),
                link.country(),
                link.publicKey(),
                link.revokedAt() != null,
                link.isEnded(),
                passes.isValid(pass, link));
    }

    static CountryNumbers numbers(StoredLink link) {
        return CountryNumbers.of(new Country(link.country()), link.language());
    }

    /** What a typed PIN gives: a pass, or none if it is wrong or the link is locked. */
    public record PinAnswer(@Nullable String pass, boolean isLocked) {

        /** The message key of a wrong one. */
        public String problem() {
            return isLocked ? "public.fieldwork.pin.locked" : "public.fieldwork.pin.wrong";
        }
    }

    /** Checks a PIN. Ten wrong ones in a row lock the page until it gets another PIN; telephones may still send. */
    public PinAnswer enter(String secret, String pin) {
        StoredLink link = requireValid(secret, true);
        int wrong = links.countPin(link, pin.replaceAll("\\s", ""));
        return new PinAnswer(wrong == 0 ? passes.create(link) : null, wrong >= PartnerLinkRepository.MOST_WRONG_PINS);
    }

    private StoredLink requireValid(String secret, boolean lock) {
        StoredLink link = links.find(secret, lock);
        if (!link.isOpen()) {
            throw new NotFound("link");
        }
        return link;
    }

    private StoredLink requireEntered(String secret, @Nullable String pass) {
        StoredLink link = requireValid(secret, false);
        if (!passes.isValid(pass, link)) {
            throw new NotFound("link");
        }
        return link;
    }

    /**
     * Takes an envelope in, in any order, once: the same device, sequence and position is the same entry.
     *
     * @throws Refused if it is no envelope, or an entry cannot be decrypted; then none is taken
     */
    @Transactional(label = "fieldwork.receive")
    public EnvelopeReceipt receive(String secret, String device, int sequence, List<SentEntry> sent) {
        StoredLink link = links.find(secret, true);
        boolean fits = !device.isBlank()
                && device.length() <= LONGEST_DEVICE
                && device.indexOf('\0') < 0
                && sequence >= 0
                && sent.size() <= MOST_ENTRIES
                && sent.stream().noneMatch(Objects::isNull);
        if (!fits) {
            throw new Refused("public.fieldwork.unreadable");
        }
        if (link.revokedAt() != null || (!device.startsWith(FORM) && links.noteDevice(link.id(), device))) {
            return new EnvelopeReceipt(sequence, true);
        }
        CurrentActor.runAs(BY_LINK, () -> {
            for (int position = 0; position < sent.size(); position++) {
                var facts = open(link, sent.get(position)).read(numbers(link));
                entries.insert(EntryOrigin.of(link, device, sequence, position), PartnerEntryState.WAITING, facts);
                if (facts.photograph() != null) {
                    photographs.assemble(link, facts.photograph());
                }
            }
        });
        return new EnvelopeReceipt(sequence, false);
    }

    private SentEntry open(StoredLink link, SentEntry sent) {
        if (sent.sealed() == null) {
            return sent;
        }
        try {
            return cipher.open(
                            link.privateKey(), link.place(), Base64.getDecoder().decode(sent.sealed()))
                    .map(bytes -> Json.parse(new String(bytes, StandardCharsets.UTF_8))
                            .as(SentEntry.class))
                    .orElseThrow(() -> new Refused("public.fieldwork.unreadable"));
        } catch (IllegalArgumentException | JacksonException damaged) {
            throw new Refused("public.fieldwork.unreadable");
        }
    }

    /**
     * Takes an encrypted part of a photograph in; whether the telephone must forget what it holds.
     *
     * @throws Refused if it is no part
     */
    @Transactional(label = "fieldwork.receive")
    public boolean receivePart(String secret, UUID photograph, int number, int parts, byte[] content) {
        StoredLink link = links.find(secret, true);
        if (link.revokedAt() != null) {
            return true;
        }
        boolean fits = parts >= 1
                && parts <= 64
                && number >= 0
                && number < parts
                && content.length >= 1
                && content.length <= PhotographAssembler.LARGEST_PART;
        if (!fits) {
            throw new Refused("public.fieldwork.unreadable");
        }
        CurrentActor.runAs(BY_LINK, () -> photographs.add(link, photograph, number, parts, content));
        return false;
    }

    /** @throws NotFound unless the PIN was typed lately */
    @Transactional(readOnly = true)
    public PartnerNotes findNotes(String secret, @Nullable String pass) {
        StoredLink link = requireEntered(secret, pass);
        return CurrentActor.callAs(BY_LINK, () -> notes.find(link.organisation(), link.language()));
    }

    /**
     * What a partner did in a year that we accepted, and what we did for it.
     *
     * @throws NotFound unless the PIN was typed lately
     */
    @Transactional(readOnly = true)
    public PartnerNotes findYear(String secret, @Nullable String pass) {
        OrganisationId organisation = requireEntered(secret, pass).organisation();
        return CurrentActor.callAs(BY_LINK, () -> notes.findYear(organisation));
    }
}
