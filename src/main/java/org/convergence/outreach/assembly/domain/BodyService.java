package org.convergence.outreach.assembly.domain;

import java.time.LocalDate;
import java.util.UUID;
import org.convergence.outreach.assembly.AssemblyPermissions;
import org.convergence.outreach.assembly.BodyId;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.NotFound;
import org.convergence.platform.database.OptimisticLock;
import org.convergence.platform.database.Refused;
import org.jspecify.annotations.Nullable;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Adds and edits bodies and their rules. */
@Service
@Transactional
@Requires(AssemblyPermissions.KEEP)
public class BodyService {

    private final BodyRepository bodies;
    private final BodyRulesRepository rules;

    BodyService(BodyRepository bodies, BodyRulesRepository rules) {
        this.bodies = bodies;
        this.rules = rules;
    }

    /**
     * Adds a body with its first rules.
     *
     * @throws Refused if another body has its code
     */
    public BodyId create(BodyFacts facts, RuleSet first) {
        try {
            Body body = bodies.save(Body.of(facts));
            rules.save(BodyRules.of(body.id(), first));
            return body.typedId();
        } catch (DuplicateKeyException taken) {
            throw new Refused("assembly.refused.code-taken", facts.code());
        }
    }

    /** Corrects the properties of a body. */
    public void correct(BodyId id, int version, BodyFacts facts) {
        Body body = load(id);
        OptimisticLock.requireSameVersion(Body.TABLE, body.id(), version, body.version());
        try {
            OptimisticLock.save(bodies, body.withFacts(facts), Body.TABLE, body.id(), version);
        } catch (DuplicateKeyException taken) {
            throw new Refused("assembly.refused.code-taken", facts.code());
        }
    }

    /** Ends a body after a day, or reopens it ({@code null}). */
    public void end(BodyId id, @Nullable LocalDate day) {
        bodies.save(load(id).withEndedOn(day));
    }

    /**
     * Adds the rules that apply from a day on.
     *
     * @throws Refused if others begin on the same day
     */
    public void adoptRules(BodyId id, RuleSet set) {
        load(id);
        try {
            rules.save(BodyRules.of(id.value(), set));
        } catch (DuplicateKeyException taken) {
            throw new Refused("assembly.refused.rules-same-day", set.since());
        }
    }

    /** Corrects an entry error; a change of the by-law uses {@link #adoptRules} instead. */
    public void correctRules(UUID id, int version, RuleSet set) {
        BodyRules before = rules.findById(id).orElseThrow(() -> new NotFound("rules"));
        OptimisticLock.requireSameVersion(BodyRules.TABLE, id, version, before.version());
        try {
            OptimisticLock.save(rules, before.withRules(set), BodyRules.TABLE, id, version);
        } catch (DuplicateKeyException taken) {
            throw new Refused("assembly.refused.rules-same-day", set.since());
        }
    }

    private Body load(BodyId id) {
        return bodies.findById(id.value()).orElseThrow(() -> new NotFound("body"));
    }
}
