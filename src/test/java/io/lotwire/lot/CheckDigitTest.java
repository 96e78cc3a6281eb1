package io.lotwire.lot;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.NumericChars;
import net.jqwik.api.constraints.StringLength;
import org.junit.jupiter.api.Test;

class CheckDigitTest {
    @Test
    void aWrongNumberMayHaveBeenOneWithAnotherCheckDigitOrWithNeighboursSwapped() {
        assertThat(CheckDigit.nearest("10614141000018")).first().isEqualTo("10614141000019");
        assertThat(CheckDigit.nearest("16014141000019")).contains("10614141000019");
        assertThat(CheckDigit.nearest("10614141000019")).isEmpty();
        assertThat(CheckDigit.nearest("1061414100001X")).isEmpty();
        assertThat(CheckDigit.nearest("")).isEmpty();
    }

    @Property
    void whatIsNextToAWrongNumberIsGood(@ForAll @NumericChars @StringLength(min = 2, max = 18) String digits) {
        assertThat(CheckDigit.nearest(digits)).allMatch(CheckDigit::isGood).doesNotHaveDuplicates();
        assertThat(CheckDigit.nearest(digits).isEmpty()).isEqualTo(CheckDigit.isGood(digits));
    }
}
