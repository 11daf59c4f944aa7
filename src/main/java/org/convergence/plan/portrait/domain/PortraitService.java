package org.convergence.plan.portrait.domain;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Set;
import org.convergence.plan.portrait.PortraitPermissions;
import org.convergence.plan.portrait.PortraitSource;
import org.convergence.plan.portrait.PortraitSource.PortraitActivity;
import org.convergence.plan.portrait.domain.Portrait.ActivityMark;
import org.convergence.plan.portrait.domain.Portrait.DefinedFigure;
import org.convergence.plan.portrait.domain.PortraitSum.AddedPortrait;
import org.convergence.plan.portrait.domain.PortraitSum.LeftOutFile;
import org.convergence.platform.access.Open;
import org.convergence.platform.access.Requires;
import org.convergence.platform.database.Refused;
import org.convergence.platform.keys.DocumentSigner;
import org.convergence.platform.settings.OrganisationSettings;
import org.convergence.platform.settings.RecipientWords;
import org.convergence.platform.text.Sha256;
import org.convergence.platform.text.TextNormalizer;
import org.convergence.platform.text.Words;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Counts and signs the portrait of the organisation, and adds up those of several. */
@Service
@Transactional(readOnly = true)
@Requires(PortraitPermissions.READ)
public class PortraitService {

    /** The most files that are added up. */
    public static final int MOST = 20;

    private final List<PortraitSource> sources;
    private final DocumentSigner signer;
    private final RecipientWords words;
    private final OrganisationSettings settings;

    PortraitService(
            List<PortraitSource> sources, DocumentSigner signer, RecipientWords words, OrganisationSettings settings) {
        this.sources = sources;
        this.signer = signer;
        this.words = words;
        this.settings = settings;
    }

    /** The file of a portrait by its name. */
    public record NamedFile(String name, String text) {}

    /** The portrait of a period, both days included, in the organisation's language. */
    public Portrait find(LocalDate from, LocalDate until, String plan) {
        Words t = words.forOrganisation();
        return new Portrait(
                Portrait.DEFINITIONS,
                settings.current().name(),
                plan,
                from,
                until,
                settings.today(),
                sources.stream()
                        .flatMap(each -> each.findFigures(from, until).stream())
                        .map(each -> new DefinedFigure(
                                each.key(),
                                each.value() == null ? null : each.value().toPlainString(),
                                each.values(),
                                each.rule(),
                                t.say("portrait.figure." + each.key()),
                                t.say(countedKey(each.key()))))
                        .toList(),
                sources.stream()
                        .flatMap(each -> each.findActivities(from, until).stream())
                        .map(PortraitService::mark)
                        .toList());
    }

    /** The message that tells how a figure is counted; the figures of one family share it. */
    static String countedKey(String key) {
        return "portrait.counted." + key.replaceFirst("[.].*", "");
    }

    private static ActivityMark mark(PortraitActivity it) {
        return new ActivityMark(
                it.day(),
                it.links().stream()
                        .map(link -> Sha256.hexOf(normalize(link) + "\n" + it.day()))
                        .distinct()
                        .toList(),
                Sha256.hexOf(TextNormalizer.fold(it.title()) + "\n" + it.day() + "\n"
                        + Objects.requireNonNullElse(it.place(), "")),
                it.counts());
    }

    private static String normalize(String link) {
        return link.strip()
                .toLowerCase(Locale.ROOT)
                .replaceFirst("^https?://(www[.])?", "")
                .replaceFirst("/+$", "");
    }

    /** The signed file of a portrait. */
    public String write(Portrait portrait) {
        return PortraitFile.write(portrait, signer);
    }

    /** The public key of the organisation. */
    @Open("a public key is public")
    public String publicKey() {
        return signer.publicKey();
    }

    /** The short form of the organisation's key, for people to compare. */
    @Open("a public key is public")
    public String fingerprint() {
        return PortraitFile.fingerprint(signer.publicKey());
    }

    /**
     * Adds up the portraits in files; a file that fails its signature, has other definitions or comes twice is named and
     * left out.
     */
    public PortraitSum add(List<NamedFile> files) {
        List<Portrait> portraits = new ArrayList<>();
        List<AddedPortrait> added = new ArrayList<>();
        List<LeftOutFile> leftOut = new ArrayList<>();
        Set<String> signers = new HashSet<>();
        for (NamedFile each : files) {
            String reason = null;
            try {
                PortraitFile file = PortraitFile.read(each.text());
                Portrait it = file.portrait();
                if (signers.add(file.key())) {
                    portraits.add(it);
                    added.add(new AddedPortrait(
                            it.organisation(),
                            it.from(),
                            it.until(),
                            it.madeOn(),
                            PortraitFile.fingerprint(file.key())));
                } else {
                    reason = "portrait.left-out.twice";
                }
            } catch (Refused refused) {
                reason = refused.messageKey();
            }
            leaveOut(leftOut, each.name(), reason);
        }
        PortraitSum sum = PortraitSumPolicy.add(portraits);
        return new PortraitSum(added, leftOut, sum.samePeriod(), sum.totals(), sum.apart(), sum.shared(), sum.likely());
    }

    private static void leaveOut(List<LeftOutFile> leftOut, String name, @Nullable String reason) {
        if (reason != null) {
            leftOut.add(new LeftOutFile(name, reason));
        }
    }
}
