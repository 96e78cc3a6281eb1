package io.lotwire.web.page;

import io.lotwire.access.Account;
import io.lotwire.access.ApiKey;
import io.lotwire.access.AuditRow;
import io.lotwire.access.Role;
import io.lotwire.access.Session;
import io.lotwire.ledger.KeptContent;
import io.lotwire.ledger.Page;
import io.lotwire.ledger.SetState;
import io.lotwire.ledger.StoredProblem;
import io.lotwire.parked.ParkedDetail;
import io.lotwire.parked.ParkedId;
import io.lotwire.parked.ParkedStep;
import io.lotwire.parked.ParkedThing;
import io.lotwire.parked.Remedy;
import io.lotwire.question.TraceAnswer;
import io.lotwire.setting.SettingInForce;
import io.lotwire.traffic.DeliveryLine;
import io.lotwire.traffic.FileAccount;
import io.lotwire.traffic.FileLine;
import io.lotwire.traffic.Today;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The pages' templates, each with what stands in it; Quarkus holds both against each other when it builds. */
@CheckedTemplate(basePath = "page", defaultName = CheckedTemplate.HYPHENATED_ELEMENT_NAME)
final class Templates {
    private Templates() {}

    static native TemplateInstance files(
            Page<FileLine> page, Form form, Map<String, String> states, List<String> partners);

    static native TemplateInstance file(
            FileAccount file,
            Map<SetState, Long> counts,
            String more,
            Mended mended,
            BytesShown bytes,
            String download,
            String valuesAt);

    static native TemplateInstance mend(
            FileAccount file, List<StoredProblem> problems, List<String> segments, String text, String wrong);

    static native TemplateInstance deliveries(
            Page<DeliveryLine> page, Form form, Map<String, String> states, List<String> partners);

    static native TemplateInstance delivery(
            DeliveryLine delivery, Optional<KeptContent> kept, BytesShown bytes, String download);

    static native TemplateInstance parked(
            List<ParkedThing> things,
            boolean more,
            Form form,
            List<String> kinds,
            List<String> causes,
            List<String> partners);

    static native TemplateInstance parkedThing(ParkedDetail detail, Remedy remedy, String said, boolean wrong);

    static native TemplateInstance parkedGone(
            ParkedId id, List<ParkedStep> steps, long inboxId, String said, boolean wrong);

    static native TemplateInstance search(String q, List<HitLine> hits);

    static native TemplateInstance lot(String code, Optional<LotFacts> facts, LotWay way, String wrong);

    static native TemplateInstance lotChoice(String code, List<LotFacts> lots);

    static native TemplateInstance unit(String sscc, List<TraceAnswer> answers, int more);

    static native TemplateInstance audit(Page<AuditRow> page, Form form);

    static native TemplateInstance access(
            List<Account> accounts,
            List<ApiKey> keys,
            List<Role> roles,
            List<String> partners,
            String secret,
            String of,
            List<String> problems);

    static native TemplateInstance settings(List<SettingInForce> settings);

    static native TemplateInstance signIn(String name, String to, List<String> problems);

    static native TemplateInstance password(String name, boolean must, List<String> problems);

    static native TemplateInstance account(List<Session> sessions);

    static native TemplateInstance today(Today counts);

    static native TemplateInstance partners(List<PartnerLine> partners, List<String> problems);

    static native TemplateInstance partner(PartnerLine partner, List<String> words, List<String> problems);

    static native TemplateInstance help(String version);

    static native TemplateInstance fault(String title, String sentence);
}
