package org.convergence.platform.door;

import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.util.List;
import java.util.UUID;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.PermissionCheck;
import org.convergence.platform.access.Token;
import org.convergence.platform.database.Ids;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.Refused;
import org.convergence.platform.door.DoorLinkRepository.StoredDoorLink;
import org.convergence.platform.door.DoorSource.DoorSubject;
import org.convergence.platform.offline.EnvelopeCipher;
import org.convergence.platform.offline.EnvelopeCipher.EnvelopeKeys;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Opens a door on the phone of a user, gives links for one evening, and takes them back. */
@Service
@Transactional
@Open("each kind of door has its own permission, which is checked first")
public class DoorLinkService {

    /** The path prefix of links. */
    public static final String PATH = "/public/door/";

    /** The hour of the next morning at which links end. */
    static final LocalTime MORNING = LocalTime.of(6, 0);

    private final List<DoorSource> sources;
    private final DoorLinkRepository repository;
    private final EnvelopeCipher cipher;
    private final OrganisationSettings settings;
    private final String baseUrl;

    DoorLinkService(
            List<DoorSource> sources,
            DoorLinkRepository repository,
            EnvelopeCipher cipher,
            OrganisationSettings settings,
            @Value("${convergence.base-url}") String baseUrl) {
        this.sources = sources;
        this.repository = repository;
        this.cipher = cipher;
        this.settings = settings;
        this.baseUrl = baseUrl;
    }

    /** A link that is open: its holder, its end, and when a phone last used it. */
    public record DoorLinkRow(
            DoorLinkId id,
            String holder,
            Instant madeAt,
            Instant until,
            @Nullable Instant lastAt) {}

    /** A new link; its address is known only here, never again. */
    public record NewDoorLink(String holder, String path, String url, Instant until) {}

    /** @throws NotFound if no module has this kind of door */
    DoorSource source(String door) {
        return sources.stream()
                .filter(each -> each.name().equals(door))
                .findFirst()
                .orElseThrow(() -> new NotFound("door"));
    }

    private DoorSource require(String door) {
        DoorSource source = source(door);
        PermissionCheck.require(source.permission());
        return source;
    }

    /** What a door leads to. */
    @Transactional(readOnly = true)
    public DoorSubject findSubject(String door, UUID subject, Words t) {
        return require(door).findSubject(subject, t);
    }

    /** The figures of now. */
    @Transactional(readOnly = true)
    public List<String> count(String door, UUID subject, Words t) {
        return require(door).count(subject, t);
    }

    /** Whether the user may give links to others. */
    public boolean mayGiveLinks(String door) {
        return CurrentActor.get().may(require(door).linkPermission());
    }

    /** The open links to a door. */
    @Transactional(readOnly = true)
    public List<DoorLinkRow> findOpen(String door, UUID subject) {
        PermissionCheck.require(require(door).linkPermission());
        return repository.findOpen(door, subject);
    }

    /**
     * Opens a door on the phone of the user, by a link in the user's name.
     *
     * @throws Refused if guests are not checked in yet, or not any more
     */
    @Transactional(label = "door.open")
    public NewDoorLink open(String door, UUID subject, Words t) {
        require(door);
        return insert(door, subject, CurrentActor.get().label(), t);
    }

    /**
     * Gives a link for the evening.
     *
     * @throws Refused as {@link #open}
     */
    @Transactional(label = "door.give-link")
    public NewDoorLink give(String door, UUID subject, String holder, Words t) {
        PermissionCheck.require(require(door).linkPermission());
        return insert(door, subject, holder, t);
    }

    private NewDoorLink insert(String door, UUID subject, String holder, Words t) {
        DoorSubject about = source(door).findSubject(subject, t);
        LocalDate today = settings.today();
        if (!about.isOpen() || about.day().plusDays(1).isBefore(today)) {
            throw new Refused("door.refused.closed");
        }
        if (about.day().isAfter(today.plusDays(1))) {
            throw new Refused("door.refused.early", about.day());
        }
        LocalDate last = about.day().isBefore(today) ? today : about.day();
        Instant until = last.plusDays(1)
                .atTime(MORNING)
                .atZone(settings.current().zone())
                .toInstant();
        DoorLinkId id = new DoorLinkId(Ids.next());
        EnvelopeKeys keys = cipher.issue(DoorLinkRepository.TABLE + "/" + id.value());
        Token token = Token.random();
        repository.insert(
                new StoredDoorLink(
                        id,
                        door,
                        subject,
                        holder,
                        t.language().code(),
                        keys.publicKey(),
                        keys.sealedPrivateKey(),
                        repository.now(),
                        until,
                        null,
                        List.of()),
                token);
        return new NewDoorLink(holder, PATH + token.secret(), baseUrl + PATH + token.secret(), until);
    }

    /** Takes a link back: its phones forget the list as soon as they reach us. */
    @Transactional(label = "door.revoke-link")
    public void revoke(String door, UUID subject, DoorLinkId id) {
        PermissionCheck.require(require(door).linkPermission());
        if (repository.revoke(door, subject, id) == 0) {
            throw new NotFound("link");
        }
    }
}
