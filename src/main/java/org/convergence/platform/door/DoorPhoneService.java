package org.convergence.platform.door;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.AuditedOperations;
import org.convergence.platform.database.Json;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.door.DoorEnvelope.MoveAnswer;
import org.convergence.platform.door.DoorEnvelope.MoveReceipt;
import org.convergence.platform.door.DoorEnvelope.SealedMove;
import org.convergence.platform.door.DoorEnvelope.SentMove;
import org.convergence.platform.door.DoorLinkRepository.CheckInCount;
import org.convergence.platform.door.DoorLinkRepository.DoorEntryKey;
import org.convergence.platform.door.DoorLinkRepository.StoredDoorLink;
import org.convergence.platform.door.DoorSource.DoorGesture;
import org.convergence.platform.door.DoorSource.DoorGroup;
import org.convergence.platform.door.DoorSource.DoorGuest;
import org.convergence.platform.door.DoorSource.DoorMove;
import org.convergence.platform.door.DoorSource.DoorOutcome;
import org.convergence.platform.door.DoorSource.DoorResult;
import org.convergence.platform.door.DoorSource.DoorSubject;
import org.convergence.platform.offline.EnvelopeCipher;
import org.convergence.platform.text.TextParser;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.core.JacksonException;

/**
 * What a phone with a link reads and sends. The list is given until the link ends; what was noted before that is still
 * received afterwards, unless the link was taken back.
 */
@Service
@Open("a link opens the door of one evening")
public class DoorPhoneService {

    private static final int LONGEST_DEVICE = 64;
    private static final int LONGEST_NAME = 200;

    /** How long a phone that read the list may still send what it noted before the end. */
    private static final Duration LATE = Duration.ofDays(2);

    /** A table or a school class that enters at once. */
    private static final int MOST_GUESTS = 500;

    private final DoorLinkService links;
    private final DoorLinkRepository repository;
    private final EnvelopeCipher cipher;
    private final TransactionOperations transactions;
    private final AuditedOperations operations;

    DoorPhoneService(
            DoorLinkService links,
            DoorLinkRepository repository,
            EnvelopeCipher cipher,
            TransactionOperations transactions,
            AuditedOperations operations) {
        this.links = links;
        this.repository = repository;
        this.cipher = cipher;
        this.transactions = transactions;
        this.operations = operations;
    }

    /** A link that was opened; {@code isOver} if it was taken back, or its evening is over. */
    public record OpenedDoor(String language, String publicKey, Instant until, boolean isOver) {}

    /** @throws NotFound if the secret opens nothing */
    public OpenedDoor open(String secret) {
        StoredDoorLink link = repository.find(secret, false);
        return new OpenedDoor(link.language(), link.publicKey(), link.until(), isOver(link));
    }

    private boolean isOver(StoredDoorLink link) {
        return link.revokedAt() != null || !repository.now().isBefore(link.until());
    }

    /** The list of a phone: names, groups and codes, the figures of now, and the server's time. */
    public record DoorList(
            DoorSubject subject,
            List<DoorGuest> guests,
            List<DoorGroup> groups,
            List<String> figures,
            Instant now,
            Instant until) {}

    /** The list of now; empty if the phone must forget it. */
    public Optional<DoorList> findList(String secret, String device, Words t) {
        if (!isDevice(device)) {
            throw new Refused("door.refused.unreadable");
        }
        StoredDoorLink link = repository.find(secret, false);
        if (isOver(link)) {
            return Optional.empty();
        }
        DoorSource source = links.source(link.door());
        return transactions.execute(status -> CurrentActor.callAs(actor(source, link), () -> {
            repository.noteUse(link.id(), device);
            UUID subject = link.subject();
            return Optional.of(new DoorList(
                    source.findSubject(subject, t),
                    source.findGuests(subject, t),
                    source.findGroups(subject),
                    source.count(subject, t),
                    repository.now(),
                    link.until()));
        }));
    }

    /** The phones of a link, by its id: the log does not name who held them. */
    private static Actor actor(DoorSource source, StoredDoorLink link) {
        return new Actor(new UUID(0, 0), "door " + link.id().value(), null, null, source.linkPermissions());
    }

    private static boolean isDevice(String device) {
        return !device.isBlank() && device.length() <= LONGEST_DEVICE && device.indexOf('\0') < 0;
    }

    /**
     * Takes an envelope in, once: the same device, sequence and position is the same entry.
     *
     * @throws Refused if it is no envelope, or its entry cannot be decrypted
     */
    public MoveReceipt receive(String secret, String device, int sequence, List<SealedMove> sent, Words t) {
        StoredDoorLink link = repository.find(secret, false);
        if (!isDevice(device) || sequence < 0 || sent.size() > 1) {
            throw new Refused("door.refused.unreadable");
        }
        if (link.revokedAt() != null || (isOver(link) && (sent.isEmpty() || !mayStillSend(link, device)))) {
            return new MoveReceipt(sequence, true, List.of(), List.of());
        }
        List<MoveAnswer> answers = new ArrayList<>();
        if (!sent.isEmpty()) {
            SentMove each = open(link, sent.get(0));
            DoorMove move = TextParser.constant(Objects.requireNonNullElse(each.move(), ""), DoorMove.class)
                    .orElseThrow(() -> new Refused("door.refused.unreadable"));
            List<String> guests = Objects.requireNonNullElse(each.guests(), List.of());
            if (guests.size() > MOST_GUESTS || (move == DoorMove.ADD && guests.size() != 1)) {
                throw new Refused("door.refused.unreadable");
            }
            for (String guest : guests) {
                UUID id = TextParser.id(guest).orElseThrow(() -> new Refused("door.refused.unreadable"));
                answers.add(apply(
                        secret, new DoorEntryKey(link.id(), device, sequence, answers.size()), move, id, each, t));
            }
        }
        DoorSource source = links.source(link.door());
        return new MoveReceipt(
                sequence,
                false,
                answers,
                isOver(link)
                        ? List.of()
                        : CurrentActor.callAs(actor(source, link), () -> source.count(link.subject(), t)));
    }

    private boolean mayStillSend(StoredDoorLink link, String device) {
        return link.devices().contains(device)
                && repository.now().isBefore(link.until().plus(LATE));
    }

    private SentMove open(StoredDoorLink link, SealedMove sent) {
        try {
            return cipher.open(
                            link.privateKey(),
                            link.place(),
                            Base64.getDecoder().decode(Objects.requireNonNullElse(sent.sealed(), "")))
                    .map(bytes -> Json.parse(new String(bytes, StandardCharsets.UTF_8))
                            .as(SentMove.class))
                    .orElseThrow(() -> new Refused("door.refused.unreadable"));
        } catch (IllegalArgumentException | JacksonException damaged) {
            throw new Refused("door.refused.unreadable");
        }
    }

    /** Applies a move in a transaction of its own, so that one that is refused does not take back the others. */
    private MoveAnswer apply(String secret, DoorEntryKey key, DoorMove move, UUID sent, SentMove entry, Words t) {
        UUID alias = move == DoorMove.ADD && entry.alias() != null
                ? TextParser.id(entry.alias()).orElse(null)
                : null;
        UUID shown = alias == null ? sent : alias;
        try {
            return run(secret, key, entry, (link, time) -> {
                UUID guest = repository.findAdded(link.id(), sent).orElse(sent);
                if (time.isAfter(link.until()) || (move == DoorMove.UNDO && isOver(link))) {
                    throw new Refused("door.refused.over");
                }
                DoorGesture gesture = new DoorGesture(
                        move,
                        guest,
                        name(entry),
                        Boolean.TRUE.equals(entry.letterSeen()),
                        move == DoorMove.UNDO && isOnly(key, guest),
                        time);
                DoorResult result = links.source(link.door()).apply(link.subject(), gesture);
                repository.insertEntry(key, gesture, alias, result);
                return new MoveAnswer(shown, result.guest(), result.outcome(), describe(key, result, t));
            });
        } catch (NotFound | Refused refusal) {
            String text = refusal instanceof Refused refused
                    ? t.say(refused.messageKey(), refused.arguments())
                    : t.say("door.refused.gone");
            return run(secret, key, entry, (link, time) -> {
                DoorResult result = new DoorResult(DoorOutcome.REFUSED, sent);
                repository.insertEntry(key, new DoorGesture(move, sent, null, false, false, time), null, result);
                return new MoveAnswer(shown, sent, DoorOutcome.REFUSED, text);
            });
        }
    }

    /**
     * Whether the check-in that a phone takes back is the only one of the guest, so that the guest never came.
     *
     * @throws Refused if the phone did not check the guest in
     */
    private boolean isOnly(DoorEntryKey key, UUID guest) {
        CheckInCount noted = repository.countCheckIns(key, guest);
        if (noted.own() < 1) {
            throw new Refused("door.refused.undo");
        }
        return noted.isFirst() && noted.all() == 1;
    }

    private static @Nullable String name(SentMove entry) {
        String name = Objects.requireNonNullElse(entry.name(), "")
                .replace("\0", "")
                .strip()
                .replaceAll("\\s+", " ");
        return name.isEmpty() || name.length() > LONGEST_NAME ? null : name;
    }

    private interface EntryWork {
        MoveAnswer apply(StoredDoorLink link, Instant time);
    }

    private MoveAnswer run(String secret, DoorEntryKey key, SentMove entry, EntryWork work) {
        return Objects.requireNonNull(transactions.execute(status -> {
            StoredDoorLink link = repository.find(secret, true);
            if (link.revokedAt() != null) {
                throw new Refused("door.refused.over");
            }
            Optional<DoorResult> before = repository.findResult(key);
            if (before.isPresent()) {
                DoorResult result = before.get();
                return new MoveAnswer(result.guest(), result.guest(), result.outcome(), null);
            }
            Instant time = DoorPolicy.correct(
                    entry.at() == null
                            ? repository.now().toEpochMilli()
                            : entry.at().longValue(),
                    entry.offset() == null ? 0 : entry.offset().longValue(),
                    repository.now(),
                    link.madeAt());
            return operations.callAs(actor(links.source(link.door()), link), "door.note", () -> work.apply(link, time));
        }));
    }

    private @Nullable String describe(DoorEntryKey key, DoorResult result, Words t) {
        return switch (result.outcome()) {
            case DOUBLE ->
                repository
                        .findOtherCheckIn(key, result.guest())
                        .map(other -> t.say("door.double.at", other.holder(), time(other.notedAt(), t)))
                        .orElse(t.say("door.double"));
            case LATE -> t.say("door.late");
            default -> null;
        };
    }

    private static String time(Instant at, Words t) {
        return t.time(at.atZone(t.zone()).toLocalTime());
    }
}
