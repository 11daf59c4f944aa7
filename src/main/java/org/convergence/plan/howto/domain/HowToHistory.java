package org.convergence.plan.howto.domain;

import java.time.Instant;
import java.util.List;
import org.convergence.plan.howto.HowToId;
import org.convergence.plan.howto.HowToPermissions;
import org.convergence.platform.access.Requires;
import org.convergence.platform.audit.AuditTrail;
import org.convergence.platform.database.NotFound;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;
import tools.jackson.databind.JsonNode;

/** Reads earlier versions of a how-to from the audit. */
@Service
@Transactional(readOnly = true)
@Requires(HowToPermissions.READ)
public class HowToHistory {

    private final AuditTrail trail;

    HowToHistory(AuditTrail trail) {
        this.trail = trail;
    }

    /** A version, with its date and author. */
    public record HowToVersion(int version, Instant at, String who) {}

    /** The title and text of a version. */
    public record HowToWording(int version, String title, String text) {}

    /** The versions before one, the latest first; a confirmation does not make a version. */
    public List<HowToVersion> findVersionsBefore(HowToId id, int version, int limit) {
        return trail.findVersions(HowToService.TABLE, id.value(), version, limit).stream()
                .flatMap(entry -> entry.fields().stream()
                        .filter(field -> field.name().equals("version") && field.after() != null)
                        .map(field -> new HowToVersion(number(field.after()), entry.at(), entry.who())))
                .toList();
    }

    /** The title and text of a version. */
    public HowToWording findVersion(HowToId id, int version) {
        JsonNode row = trail.findRowAtVersion(HowToService.TABLE, id.value(), version)
                .orElseThrow(() -> new NotFound("version"))
                .node();
        return new HowToWording(
                version, row.path("title").asString(""), row.path("text").asString(""));
    }

    /** The last author. */
    public String lastEditor(HowToId id) {
        return findVersionsBefore(id, Integer.MAX_VALUE, 1).stream()
                .findFirst()
                .map(HowToVersion::who)
                .orElse("");
    }

    private static int number(@org.jspecify.annotations.Nullable JsonNode node) {
        return node == null ? 0 : node.asInt(0);
    }
}
