package io.lotwire.edi.read;

import static org.assertj.core.api.Assertions.assertThat;

import io.lotwire.edi.EdifactSample;
import io.lotwire.edi.Reception;
import io.lotwire.edi.Sample;
import io.lotwire.edi.envelope.GroupHeader;
import io.lotwire.edi.envelope.InterchangeHeader;
import io.lotwire.edi.segment.Delimiters;
import io.lotwire.edi.segment.Segment;
import io.lotwire.edi.segment.Syntax;
import io.lotwire.edi.tree.Loop;
import io.lotwire.edi.tree.TransactionSet;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class EdifactReaderTest {
    @Test
    void aMessageIsATransactionSetOfTheSameShape() {
        TransactionSet set = Reception.of(EdifactSample.despatchAdvice()).set();

        assertThat(set.problems()).isEmpty();
        assertThat(set.syntax()).isEqualTo(Syntax.EDIFACT);
        assertThat(set.id()).isEqualTo("DESADV");
        assertThat(set.controlNumber()).isEqualTo("1");
        assertThat(set.version()).isEqualTo("D96A");
        assertThat(set.group().functionalId()).isEqualTo("DESADV");
        assertThat(set.group().version()).isEqualTo("D96A");
        assertThat(set.group().controlNumber()).isEmpty();
        assertThat(set.isSupported()).isTrue();
    }

    @Test
    void theInterchangeSaysWhoSentItWhenAndForWhat() {
        String file = "UNA:+.? 'UNB+UNOC:3+A?+B:14+9506000120003:ZZ+260304:1430+REF42++++1++1'"
                + EdifactSample.message("7", "DESADV:D:01B", "BGM+351")
                + "UNZ+1+REF42'";

        InterchangeHeader header = Reception.of(file).interchanges.get(0).header();

        assertThat(header.sender()).isEqualTo("A+B");
        assertThat(header.senderQualifier()).isEqualTo("14");
        assertThat(header.receiver()).isEqualTo("9506000120003");
        assertThat(header.receiverQualifier()).isEqualTo("ZZ");
        assertThat(header.date()).isEqualTo("260304");
        assertThat(header.time()).isEqualTo("1430");
        assertThat(header.version()).isEqualTo("UNOC:3");
        assertThat(header.controlNumber()).isEqualTo("REF42");
        assertThat(header.acknowledgmentRequested()).isTrue();
        assertThat(header.usage()).isEqualTo("T");
    }

    @Test
    void aReleasedDelimiterIsData() {
        String body = "FTX+AAI+++a?+b?:c?'d??:second?+'";
        TransactionSet set = Reception.of(
                        EdifactSample.of("APERAK:D:96A", "BGM+12", "ERC+1", body.substring(0, body.length() - 1)))
                .set();

        Segment text = set.segments().get(3);
        assertThat(text.elementCount()).isEqualTo(4);
        assertThat(text.component(4, 1)).isEqualTo("a+b:c'd?");
        assertThat(text.component(4, 2)).isEqualTo("second+");
        assertThat(text.element(4)).isEqualTo("a+b:c'd?:second+");
        assertThat(text.is(4, 2, "second+")).isTrue();
    }

    @Test
    void anyNumberOfReleaseCharactersEndsWhereEachIsPaired() {
        for (int count = 0; count < 20; count++) {
            String marks = "??".repeat(count);
            TransactionSet set = Reception.of(EdifactSample.of("APERAK:D:96A", "BGM+12+" + marks, "ERC+1"))
                    .set();

            assertThat(set.segments()).hasSize(4);
            assertThat(set.segments().get(1).element(2)).isEqualTo("?".repeat(count));
        }
    }

    @ParameterizedTest
    @CsvSource({
        "UNOA, ISO-8859-1",
        "UNOA, UTF-8",
        "UNOC, ISO-8859-1",
        "UNOD, ISO-8859-2",
        "UNOE, ISO-8859-5",
        "UNOF, ISO-8859-7",
        "UNOK, ISO-8859-9",
        "UNOW, UTF-8",
        "UNOY, UTF-8"
    })
    void textIsReadInTheCharacterSetOfTheSyntaxIdentifier(String level, String charset) {
        String text =
                switch (charset) {
                    case "ISO-8859-2" -> "Žižkov";
                    case "ISO-8859-5" -> "Москва";
                    case "ISO-8859-7" -> "Αθήνα";
                    case "ISO-8859-9" -> "Iğdır";
                    default -> "Café";
                };
        String file = EdifactSample.of("DESADV:D:96A", "BGM+351+D-1+9", "NAD+SU+++" + text)
                .replace("UNOC", level);

        TransactionSet set =
                Reception.of(file.getBytes(Charset.forName(charset))).set();

        assertThat(set.segments().get(2).component(4, 1)).isEqualTo(text);
    }

    @Test
    void theAdviceSaysWhichCharactersSeparate() {
        String file = String.join(
                "\r\n",
                "UNA*|,!\\^",
                "UNB|UNOC*4|A|B|20260304*1430|REF42^",
                "UNH|1|DESADV*D*01B*UN^",
                "BGM|351|D!|1^",
                "FTX|AAI|||a\\b^",
                "UNT|4|1^",
                "UNZ|1|REF42^");

        Reception reception = Reception.of(file);

        assertThat(reception.interchanges.get(0).header().delimiters())
                .isEqualTo(new Delimiters('|', '*', '\\', "^", '!'));
        assertThat(reception.interchanges.get(0).problems()).isEmpty();
        assertThat(reception.set().segments().get(1).element(2)).isEqualTo("D|1");
        assertThat(reception.set().segments().get(2).repetitions(4)).containsExactly("a", "b");
    }

    @Test
    void anAsteriskRepeatsFromSyntaxVersion4OnOnly() {
        assertThat(delimiters("3").repetition()).isEqualTo(Delimiters.NONE);
        assertThat(delimiters("4").repetition()).isEqualTo('*');
    }

    private static Delimiters delimiters(String version) {
        return Reception.of(EdifactSample.despatchAdvice().replace("UNOC:3", "UNOC:" + version))
                .interchanges
                .get(0)
                .header()
                .delimiters();
    }

    @Test
    void levelBSeparatesByControlCharacters() {
        String file = EdifactSample.of("DESADV:D:96A", "BGM+351+D?1+9")
                .replace("UNOC:3", "UNOB:1")
                .replace('+', '\u001d')
                .replace(':', '\u001f')
                .replace('\'', '\u001c');

        Reception reception = Reception.of(file);

        assertThat(reception.problems).isEmpty();
        assertThat(reception.set().segments().get(1).element(2)).isEqualTo("D?1");
    }

    @Test
    void interchangesOfBothSyntaxesStandInOneFile() {
        String file = Sample.shipNotice() + "\r\n" + EdifactSample.despatchAdvice() + "UNA:+.? '"
                + EdifactSample.despatchAdvice() + Sample.shipNotice();

        Reception reception = Reception.of(file);

        assertThat(reception.problems).isEmpty();
        assertThat(reception.sets).extracting(TransactionSet::id).containsExactly("856", "DESADV", "DESADV", "856");
        assertThat(reception.sets)
                .extracting(set -> set.segments().get(0).number())
                .containsExactly(3, 26, 47, 69);
    }

    @Test
    void aGroupIsReadAsInX12() {
        String file = EdifactSample.header()
                + "UNG+DESADV+FARM+STORE+260304:1430+G7+UN+D:96A'"
                + EdifactSample.message("1", "DESADV:D:96A", "BGM+351+D-1+9")
                + "UNE+1+G7'UNZ+1+REF42'";

        Reception reception = Reception.of(file);

        assertThat(reception.problems).isEmpty();
        assertThat(reception.set().group())
                .isEqualTo(new GroupHeader("DESADV", "FARM", "STORE", "260304", "1430", "G7", "UN", "D96A"));
    }

    @Test
    void packingLevelsHangUnderTheOneThatTheyName() {
        TransactionSet set = Reception.of(EdifactSample.of(
                        "DESADV:D:96A", "BGM+351+D-1+9", "CPS+1", "CPS+3+1", "LIN+1", "CPS+2+3", "LIN+2", "LIN+3"))
                .set();

        Loop shipment = set.root().loops("CPS").get(0);
        Loop pallet = shipment.loops("CPS").get(0);
        Loop carton = pallet.loops("CPS").get(0);
        assertThat(set.root().loops("CPS")).hasSize(1);
        assertThat(pallet.loops("LIN")).hasSize(1);
        assertThat(carton.loops("LIN")).hasSize(2);
    }

    @Test
    void aFileInLatin1IsNoProblemInUnoc() {
        byte[] file = EdifactSample.of("DESADV:D:96A", "BGM+351+D-1+9", "NAD+SU+++Müller")
                .getBytes(StandardCharsets.ISO_8859_1);

        assertThat(Reception.of(file).problems).isEmpty();
    }
}
