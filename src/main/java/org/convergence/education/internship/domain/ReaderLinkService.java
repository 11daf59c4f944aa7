package org.convergence.education.internship.domain;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.convergence.education.internship.InternshipFileId;
import org.convergence.education.internship.InternshipPermissions;
import org.convergence.education.internship.domain.FileReadingService.BlindFile;
import org.convergence.education.internship.domain.FileReadingService.FileToRead;
import org.convergence.education.internship.domain.ReaderLinkRepository.LinkedReader;
import org.convergence.platform.access.Actor;
import org.convergence.platform.access.CurrentActor;
import org.convergence.platform.access.Open;
import org.convergence.platform.database.NotFound;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * What a reader without an account does by a link: the same readings, under the same rules (R-EDU-8), of the files of one
 * call. Each method throws {@link NotFound} if the secret opens nothing.
 */
@Service
@Transactional
@Open("a link opens the files of one call to one of its readers")
public class ReaderLinkService {

    /** The prefix of links. */
    public static final String PATH = "/education/internship/reader/";

    private final ReaderLinkRepository links;
    private final InternshipFileRepository files;
    private final FileReadingService readings;

    ReaderLinkService(ReaderLinkRepository links, InternshipFileRepository files, FileReadingService readings) {
        this.links = links;
        this.files = files;
        this.readings = readings;
    }

    /** The call that a link opens, with its files. */
    public record LinkedCall(InternshipCall call, List<FileToRead> files) {}

    @Transactional(readOnly = true)
    public LinkedCall open(String secret) {
        return asReader(
                secret, link -> new LinkedCall(readings.findCall(link.call()), readings.findFiles(link.call())));
    }

    /** As {@link FileReadingService#open}. */
    @Transactional(readOnly = true)
    public BlindFile openFile(String secret, InternshipFileId file) {
        return asReader(secret, link -> readings.open(requireOfCall(link, file)));
    }

    /** As {@link FileReadingService#score}. */
    @Transactional(label = "internship.score")
    public void score(String secret, InternshipFileId file, Map<UUID, Integer> points, @Nullable String note) {
        asReader(secret, link -> {
            readings.score(requireOfCall(link, file), points, note);
            return true;
        });
    }

    /** As {@link FileReadingService#recuse}. */
    @Transactional(label = "internship.recuse")
    public void recuse(String secret, InternshipFileId file, String relationship) {
        asReader(secret, link -> {
            readings.recuse(requireOfCall(link, file), relationship);
            return true;
        });
    }

    private InternshipFileId requireOfCall(LinkedReader link, InternshipFileId file) {
        if (!files.findById(file).call().equals(link.call())) {
            throw new NotFound("internship");
        }
        return file;
    }

    private <T> T asReader(String secret, Function<LinkedReader, T> work) {
        LinkedReader link = links.findBySecret(secret).orElseThrow(() -> new NotFound("internship"));
        Actor reader = new Actor(
                new UUID(0, 0), "internship reader", link.person().value(), null, Set.of(InternshipPermissions.SCORE));
        return CurrentActor.callAs(reader, () -> work.apply(link));
    }
}
