import { Trans, useLingui } from "@lingui/react/macro";
import { Link } from "wouter";
import { chapterHref } from "../../../lib/guide-places";
import { Picture } from "../../../ui/picture";
import { DrawnButton, DrawnCheckbox } from "../drawn";
import { Do, Know, Meaning, Meanings, See } from "../sections";

export function ManyOrders() {
  const { t } = useLingui();
  return (
    <>
      <See>
        <p>
          <Trans>
            “Orders” lists every order in which you have a part. Above the list stands how many wait for you,
            wait for others, failed, are due within 7 days, or have an email that was not delivered; each
            number shows its orders.
          </Trans>
        </p>
        <Picture
          caption={<Trans>Two orders are chosen: above them stands what can be done with both.</Trans>}
        >
          <div className="paper">
            <div className="paper-row">
              <DrawnButton size="small">{t`Resend the email`}</DrawnButton>
              <DrawnButton size="small">{t`Put aside`}</DrawnButton>
            </div>
            <DrawnCheckbox ticked>Brandt Logistik GmbH</DrawnCheckbox>
            <DrawnCheckbox ticked>Ostwind Reisen GmbH</DrawnCheckbox>
            <DrawnCheckbox>Kestrel Foods Ltd</DrawnCheckbox>
          </div>
        </Picture>
      </See>
      <Do>
        <Meanings>
          <Meaning of={<Trans>“Search orders”</Trans>}>
            <Trans>
              Finds orders by number, company, contact, seller, subscription, site or domain, while you type.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>Sort</Trans>}>
            <Trans>The headings of the columns sort the list.</Trans>
          </Meaning>
          <Meaning of={<Trans>Choose orders</Trans>}>
            <Trans>
              Tick orders, or choose all that match, and do one thing with all of them: resend the email,
              change the contact, hand over, put aside or cancel. You first see what happens to each order, or
              why nothing does. It then goes on by itself, and you can download the result.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“Put aside”</Trans>}>
            <Trans>
              The orders no longer stand among those that wait for you, until a day that you choose or until
              something changes. Others see no difference.
            </Trans>
          </Meaning>
          <Meaning of={<Trans>“Download as CSV”, “Download as JSON”</Trans>}>
            <Trans>The whole list as it is filtered, for a spreadsheet or a program.</Trans>
          </Meaning>
        </Meanings>
      </Do>
      <Know>
        <ul>
          <li>
            <Trans>
              Filter, sorting and search stand in the address of the page: a bookmark finds them again.
            </Trans>
          </li>
          <li>
            <Trans>
              If you are named as the salesperson of orders,{" "}
              <Link href={chapterHref("signing-in")}>sign in</Link> with that address: you see where they
              stand and what became of each email. You can resend the welcome email or change the contact,
              with a reason.
            </Trans>
          </li>
        </ul>
      </Know>
    </>
  );
}
